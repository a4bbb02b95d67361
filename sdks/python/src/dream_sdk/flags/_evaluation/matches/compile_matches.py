"""The test ``matches``."""

from __future__ import annotations

from typing import Any

from ..read import Source, objects_in
from ..values.value_check import ValueCheck
from .instructions import read_program
from .machine import Machine


def compile_matches(source: Source) -> ValueCheck:
    """Any one of the patterns is enough."""
    machines = [Machine(read_program(program)) for program in objects_in(source, "programs")]

    def check(value: Any) -> bool:
        return isinstance(value, str) and any(machine.matches(value) for machine in machines)

    return check
