"""Completions for fish and PowerShell, made from the description of the command line.

Those for bash and zsh are made by a library (see `scripts/describe.py`), which knows no others.
"""

from __future__ import annotations

from collections.abc import Iterator

from cxreset.cli.describe.spec import Argument, Command, Spec


def commands_of(command: Command) -> Iterator[Command]:
    """A command and all below it."""
    yield command
    for inner in command["commands"]:
        yield from commands_of(inner)


def fish(described: Spec) -> str:
    """A file for fish's folder of completions."""
    program = described["program"]
    lines = [f"# Completions of {program} {described['version']}.", f"complete -c {program} -f"]
    for command in commands_of(described["command"]):
        condition = _fish_condition(command)
        lines += [
            f"complete -c {program} -n {condition} -a {inner['name'].split()[-1]}"
            f" -d {_quoted(inner['help'])}"
            for inner in command["commands"]
        ]
        lines += [
            f"complete -c {program} -n {condition}{_fish_argument(argument)}"
            for argument in command["arguments"]
        ]
    return "\n".join(lines) + "\n"


def _fish_condition(command: Command) -> str:
    words = command["name"].split()
    if not words:
        return "__fish_use_subcommand"
    seen = "; and ".join(f"__fish_seen_subcommand_from {word}" for word in words)
    return f'"{seen}"'


def _fish_argument(argument: Argument) -> str:
    names = "".join(
        f" -l {name[2:]}" if name.startswith("--") else f" -s {name[1:]}"
        for name in argument["names"]
    )
    takes = "" if argument["kind"] == "flag" or not names else " -r"
    files = " -F" if argument["kind"] in ("file", "folder") else ""
    choices = f" -a {_quoted(' '.join(argument['choices']))}" if argument["choices"] else ""
    return f"{names}{takes}{files}{choices} -d {_quoted(argument['help'])}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def powershell(described: Spec) -> str:
    """A script to be read by a PowerShell profile."""
    rows = []
    for command in commands_of(described["command"]):
        words = [(inner["name"].split()[-1], inner["help"]) for inner in command["commands"]]
        for argument in command["arguments"]:
            words += [(name, argument["help"]) for name in argument["names"]]
            words += [(choice, argument["help"]) for choice in argument["choices"]]
        offered = ", ".join(f"@({_ps(word)}, {_ps(text)})" for word, text in words)
        rows.append(f"  {_ps(command['name'])} = @({offered})")
    return _POWERSHELL.format(
        program=described["program"], version=described["version"], rows="\n".join(rows)
    )


def _ps(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


_POWERSHELL = """# Completions of {program} {version}.
$cxresetWords = @{{
{rows}
}}
Register-ArgumentCompleter -Native -CommandName {program} -ScriptBlock {{
  param($wordToComplete, $commandAst, $cursorPosition)
  $path = ''
  foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {{
    $longer = "$path $($element.ToString())".Trim()
    if ($cxresetWords.ContainsKey($longer)) {{ $path = $longer }}
  }}
  $cxresetWords[$path] | Where-Object {{ $_[0] -like "$wordToComplete*" }} | ForEach-Object {{
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }}
}}
"""
