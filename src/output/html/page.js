"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const by = id => document.getElementById(id);
  const marks = all("main mark"), body = document.querySelector("tbody"), rows = all("tr", body), card = by("card");
  const rowOf = new Map(rows.map(row => [row.cells[2].querySelector("a").hash.slice(1), row]));
  document.documentElement.classList.add("scripted");

  // Tool tips: our own card instead of the browser's, at the pointer's or the focus's fact.
  for (const mark of marks) { mark.dataset.tip = mark.title; mark.removeAttribute("title"); mark.tabIndex = -1; }
  const shown = mark => !by("show-" + mark.className.slice(2)) || by("show-" + mark.className.slice(2)).checked;
  let told;
  function show(mark) {
    if (!shown(mark)) return;
    const [name, ...lines] = mark.dataset.tip.split("\n");
    const head = document.createElement("b"), list = document.createElement("dl");
    head.textContent = name;
    for (const line of lines) {
      const at = line.indexOf(": "), key = document.createElement("dt"), value = document.createElement("dd");
      key.textContent = line.slice(0, at); value.textContent = line.slice(at + 2);
      list.append(key, value);
    }
    card.replaceChildren(head, list);
    card.className = mark.className;
    card.hidden = false;
    told = mark;
    place();
    mark.setAttribute("aria-describedby", "card");
  }
  // Beside its fact, wherever that has scrolled to.
  function place() {
    if (card.hidden) return;
    const lines = [...told.getClientRects()], first = lines[0], last = lines.at(-1);
    if (last.bottom < 0 || first.top > innerHeight) return hide();
    const size = card.getBoundingClientRect(), under = last.bottom + 8, over = first.top - size.height - 8;
    const within = (at, length, all) => Math.max(8, Math.min(at, all - length - 8)) + "px";
    card.style.left = within(under + size.height < innerHeight ? last.left : first.left, size.width, innerWidth);
    card.style.top = within(under + size.height < innerHeight || over < 8 ? under : over, size.height, innerHeight);
  }
  function hide() { card.hidden = true; }
  const text = by("text");
  text.addEventListener("pointerover", event => { const mark = event.target.closest("mark"); mark ? show(mark) : hide(); });
  text.addEventListener("pointerleave", hide);
  text.addEventListener("focusin", event => { if (event.target.matches("mark")) { show(event.target); here(event.target); } });
  text.addEventListener("focusout", hide);
  addEventListener("scroll", place, { passive: true, capture: true });

  // The row of the fact in hand, brought into view inside its own table.
  function here(mark) {
    all("tr.here", body).forEach(row => row.classList.remove("here"));
    const row = rowOf.get(mark.id), frame = document.querySelector(".scroll");
    row.classList.add("here");
    if (frame.scrollHeight > frame.clientHeight) frame.scrollTop = row.offsetTop - frame.clientHeight / 2;
  }
  text.addEventListener("click", event => { const mark = event.target.closest("mark"); if (mark && shown(mark)) focus(mark); });
  body.addEventListener("click", event => {
    const link = event.target.closest("a");
    if (link) setTimeout(() => { const mark = by(link.hash.slice(1)); mark.focus({ preventScroll: true }); });
  });

  // One stop for the tabulator; arrows go from fact to fact.
  let current = marks[0];
  if (current) current.tabIndex = 0;
  function focus(mark) { current.tabIndex = -1; current = mark; mark.tabIndex = 0; mark.focus(); }
  text.addEventListener("focusin", event => {
    if (event.target.matches("mark") && event.target !== current) { current.tabIndex = -1; current = event.target; current.tabIndex = 0; }
  });
  text.addEventListener("keydown", event => {
    if (event.key === "Escape") return hide();
    const visible = marks.filter(shown), at = visible.indexOf(current);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: visible.length - 1 }[event.key];
    if (to === undefined || !event.target.matches("mark") || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (visible[to]) focus(visible[to]);
  });

  // Sorting: by number where both are numbers, else as Vietnamese words.
  const words = new Intl.Collator("vi", { numeric: true });
  const key = (row, column) => { const cell = row.cells[column]; return cell.dataset.v ?? cell.textContent; };
  function compare(a, b) {
    if (a === "" || b === "") return (a === "") - (b === "");
    const x = Number(a), y = Number(b);
    if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
    return Number.isNaN(x) - Number.isNaN(y) || words.compare(a, b);
  }
  all("thead th").forEach((head, column) => {
    const button = document.createElement("button");
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.ariaSort === "ascending";
      all("thead th").forEach(other => { other.ariaSort = null; });
      head.ariaSort = down ? "descending" : "ascending";
      rows.sort((a, b) => compare(key(a, column), key(b, column)) * (down ? -1 : 1));
      body.append(...rows);
    });
  });
  const first = document.querySelector("thead th");
  if (first) first.ariaSort = "ascending";

  // Finding and filtering.
  const boxes = all(".legend input"), find = by("find"), none = by("none");
  function filter() {
    const wanted = find.value.normalize("NFC").toLowerCase();
    let some = false;
    for (const row of rows) {
      row.hidden = !row.textContent.normalize("NFC").toLowerCase().includes(wanted);
      some ||= !row.hidden && by("show-" + row.className.split(" ")[0].slice(2)).checked;
    }
    none.hidden = some;
  }
  find.addEventListener("input", filter);
  for (const box of boxes) {
    box.addEventListener("change", filter);
    box.parentElement.addEventListener("click", event => {
      if (!event.altKey) return;
      event.preventDefault();
      const alone = box.checked && boxes.every(other => other === box || !other.checked);
      for (const other of boxes) other.checked = alone || other === box;
      filter();
    });
  }
  by("theme").addEventListener("click", () => {
    const dark = getComputedStyle(document.documentElement).colorScheme;
    const now = dark === "light dark" ? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") : dark;
    document.documentElement.style.colorScheme = now === "dark" ? "light" : "dark";
  });
})();
