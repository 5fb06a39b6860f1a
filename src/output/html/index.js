"use strict";
(() => {
  const list = document.querySelector(".list tbody"), rows = [...list.rows];
  const heads = [...document.querySelectorAll(".list thead th")], words = new Intl.Collator("vi", { numeric: true });
  heads.forEach((head, column) => {
    if (column === 1) return;
    const button = document.createElement("button");
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const first = column ? "descending" : "ascending";
      const down = head.ariaSort ? head.ariaSort === "ascending" : first === "descending";
      heads.forEach(other => { other.ariaSort = null; });
      head.ariaSort = down ? "descending" : "ascending";
      rows.sort((a, b) => words.compare(a.cells[column].textContent, b.cells[column].textContent) * (down ? -1 : 1));
      list.append(...rows);
    });
  });
})();
