"""The manual page in roff, made from the description of the command line."""

from __future__ import annotations

from cxreset.cli.describe.shells import commands_of
from cxreset.cli.describe.spec import Argument, Command, Spec

FILES = (
    ("~/.local/share/cxreset/reset.cxreset", "the workbook on Linux, unless said otherwise"),
    ("CXRESET_WORKBOOK", "the environment variable that names another workbook"),
    ("CXRESET_CONTENT", "the environment variable that names another content pack"),
)


def manual(described: Spec) -> str:
    """The page for section 1."""
    program, whole = described["program"], described["command"]
    lines = [
        f'.TH {program.upper()} 1 "" "{program} {described["version"]}" "User Commands"',
        *(".SH NAME", f"{program} \\- {_escaped(_first_sentence(whole['help']))}"),
        *(".SH SYNOPSIS", f".B {program}", "[\\fIoptions\\fR] [\\fIcommand\\fR] ..."),
        *(".SH DESCRIPTION", _escaped(whole["help"])),
        *(".SH OPTIONS", *_arguments(whole)),
        ".SH COMMANDS",
    ]
    for command in list(commands_of(whole))[1:]:
        own = [each for each in command["arguments"] if each not in whole["arguments"]]
        lines += [f".SS {_escaped(f'{program} ' + command['name'])}", _escaped(command["help"])]
        lines += _arguments({**command, "arguments": own})
    lines += [".SH EXIT STATUS"]
    for code, meaning in described["exit_codes"].items():
        lines += [".TP", f".B {code}", _escaped(meaning)]
    lines += [".SH FILES AND ENVIRONMENT"]
    for name, meaning in FILES:
        lines += [".TP", f".B {_escaped(name)}", _escaped(meaning)]
    return "\n".join(lines) + "\n"


def _arguments(command: Command) -> list[str]:
    lines = []
    for argument in command["arguments"]:
        lines += [".TP", _names(argument), _escaped(argument["help"])]
    return lines


def _names(argument: Argument) -> str:
    value = "" if argument["kind"] == "flag" else f"\\fI{_escaped(argument['name'])}\\fR"
    names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in argument["names"])
    return " ".join(part for part in (names, value) if part)


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".")


def _escaped(text: str) -> str:
    """Text for roff: hyphens that can be copied, no line that begins like a request."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
