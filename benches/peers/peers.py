#!/usr/bin/env python3
"""Speed of Python libraries that read some of the same, on the text of the Rust peers.

    python3 benches/peers/peers.py            regular expressions and dateparser
    python3 benches/peers/peers.py --all      underthesea too (large)

Makes a virtual environment with pinned versions in benches/peers/target/python.
"""
import os
import re
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, "target", "python")
PINNED = ["dateparser==1.2.2", "regex==2025.9.18"]
LARGE = ["underthesea==8.0.1"]

NUMBER = r"\d+(?:\.\d{3})*(?:,\d+)?"
PATTERNS = [
    rf"\b{NUMBER}\s*%",
    rf"\b{NUMBER}\s+(?:(?:nghìn|triệu|tỷ|tỉ)\s+)*(?:đồng|USD|VND)\b",
    rf"\b{NUMBER}\s+(?:ha|km2|km|m2|m3|tấn|kg|kWh|MW|tạ|lít|mét)\b",
    rf"\b{NUMBER}\s+(?:lượt|người|đơn|vụ việc|vụ|trường hợp|hộ|hồ sơ|tổ chức|doanh nghiệp|dự án|cuộc|xã)\b",
    r"\bngày\s+\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{4})?\b",
    r"\b(?:năm|tháng|quý)\s+(?:\d{1,4}|I|II|III|IV)(?:/\d{4})?\b",
    r"\bsố\s+\d+(?:/\d{4})?[-/]\w[\w/-]*",
    r"\b(?:khoản\s+\d+,?\s+)?Điều\s+\d+\b",
]


def python():
    """This script again, inside the virtual environment."""
    inside = os.path.join(VENV, "bin", "python")
    wanted = PINNED + (LARGE if "--all" in sys.argv else [])
    if not os.path.exists(inside):
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    subprocess.run([inside, "-m", "pip", "install", "-q", *wanted], check=True)
    os.execv(inside, [inside, __file__, "--inside", *sys.argv[1:]])


def measure(name, text, work):
    rounds = []
    for _ in range(3):
        start = time.process_time()
        found = work(text)
        rounds.append(time.process_time() - start)
    size = len(text.encode())
    print(f"| {name} | {size / sorted(rounds)[1] / 1e3:.0f} | {found * 1e3 / size:.2f} |", flush=True)


def main():
    if "--inside" not in sys.argv:
        python()
    command = ["cargo", "run", "-q", "--release", "--manifest-path", os.path.join(HERE, "Cargo.toml"), "--", "text"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    part = text[:8_000]
    print("| library | KB/s of CPU time | results per KB |\n| --- | ---: | ---: |")
    digits = re.compile("[0-9]+")
    measure("re, [0-9]+", text, lambda text: sum(1 for _ in digits.finditer(text)))
    import regex

    for name, module in [("re, 8 patterns", re), ("regex, 8 patterns", regex)]:
        patterns = [module.compile(pattern, module.IGNORECASE) for pattern in PATTERNS]
        measure(name, text[:200_000], lambda text: sum(1 for pattern in patterns for _ in pattern.finditer(text)))
    from dateparser.search import search_dates

    lines = lambda text: [line for line in text.split("\n\n") if line]
    measure("dateparser 1.2.2 search_dates, vi", part, lambda text: sum(len(search_dates(line, languages=["vi"]) or []) for line in lines(text)))
    if "--all" in sys.argv:
        from underthesea import word_tokenize

        measure("underthesea 8.0.1 word_tokenize", part, lambda text: sum(len(word_tokenize(line)) for line in lines(text)))


main()
