#!/usr/bin/env python3
"""Score the command on the gold sets beside the project; fail where a set falls below its floor.

    floor.py PATH-OF-solieu

A floor is what was reached: it may be raised, never lowered.
"""
import re
import subprocess
import sys

SHARED = "../shared"
# Gold set: least F1 of values.
FLOORS = {"reports": 0.99, "quantities": 0.99, "time": 0.99, "documents": 0.99, "defects": 0.98, "traps": 0.85}


def main():
    command = [sys.argv[1], "extract", "--from", "jsonl", "--to", "jsonl"]
    below = []
    for name, floor in FLOORS.items():
        run = subprocess.run(
            [sys.executable, f"{SHARED}/tools/score.py", f"{SHARED}/gold/{name}.gold", "--", *command], capture_output=True, text=True
        )
        last = run.stdout.strip().splitlines()[-1:] or [run.stderr.strip()]
        print(f"{name:12} {last[0]}")
        told = re.search(r"F1 ([0-9.]+)", last[0])
        if not told or float(told.group(1)) < floor:
            below.append(f"{name}: {told and told.group(1)} < {floor}")
    if below:
        sys.exit("below the floor: " + "; ".join(below))


main()
