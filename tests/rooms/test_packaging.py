"""The wheel as a stranger gets it: built from the tree, installed and run elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from cxreset import __version__
from tests.paths import ROOT

TREE = ("cxreset", "content", "content-de", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tree, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("dist")
    for name in TREE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        else:
            shutil.copy(source, tree / name)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", out, tree],
        capture_output=True,
        timeout=600,
        check=True,
    )
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder with the wheel in it and nothing else."""
    target = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--no-index", "--no-compile", "--target", target, wheel),
        ],
        capture_output=True,
        timeout=600,
        check=True,
    )
    return target


def run(
    installed: Path, elsewhere: Path, *words: str, prepared: str = "pass"
) -> subprocess.CompletedProcess[str]:
    """Run the installed program as its entry point does; -S leaves the editable install out.

    The dependencies come from the environment of the tests, so that no network is needed.
    """
    program = f"import sys; sys.argv[0] = 'cxreset'; {prepared}; from cxreset.cli import run; run()"
    folders = [str(installed), sysconfig.get_path("purelib")]
    return subprocess.run(
        [sys.executable, "-S", "-c", program, *words],
        cwd=elsewhere,
        env=dict(os.environ) | {"PYTHONPATH": os.pathsep.join(folders), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def test_the_wheel_holds_what_the_program_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (result,) = (name for name in names if name.endswith("entry_points.txt"))
        assert "cxreset = cxreset.cli:run" in archive.read(result).decode()
    for folder, endings in (
        ("cxreset", (".py", ".tcss", ".sql", ".css", ".html", ".typ")),
        ("content", (".md", ".csv", ".toml", ".yaml")),
        ("content-de", (".md",)),
    ):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in endings:
                inside = path.relative_to(ROOT).as_posix()
                assert inside if folder == "cxreset" else f"cxreset/{inside}" in names, inside
    assert any(name.endswith(".tcss") for name in names)
    assert any(name.endswith(".sql") for name in names)
    assert "cxreset/content/pack.md" in names
    assert any(name.endswith("LICENSE") for name in names)
    tops = {name.partition("/")[0] for name in names}
    data = f"cxreset-{__version__}.data"
    assert tops == {"cxreset", f"cxreset-{__version__}.dist-info", data}
    shared = {name for name in names if name.startswith(f"{data}/data/share/")}
    assert {name.rpartition("/")[2] for name in shared} == {
        *("cxreset.1", "cxreset", "_cxreset", "cxreset.fish"),
    }


@pytest.mark.long
def test_it_runs_from_elsewhere(installed: Path, tmp_path: Path, home: Path) -> None:
    assert run(installed, tmp_path, "--version").stdout == f"cxreset {__version__}\n"
    began = run(installed, tmp_path, "start", "--name", "Dana", "--from", "today")
    assert (began.returncode, began.stdout) == (0, ""), began.stderr
    today = run(installed, tmp_path, "today")
    assert today.returncode == 0, today.stderr
    assert "cxreset done 1.1" in today.stdout
    demo = run(installed, tmp_path, "demo")
    assert demo.stdout.startswith("Day 25 of 30"), demo.stderr
    check = run(installed, tmp_path, "content", "check")
    assert check.returncode == 0, check.stdout
    page = run(installed, tmp_path, "export", "--format", "html", "-o", "-")
    assert page.returncode == 0, page.stderr
    assert str(ROOT) not in page.stdout
    for form in ("docx", "pdf"):
        made = run(installed, tmp_path, "export", "-o", str(home / f"plan.{form}"))
        assert made.returncode == 0, made.stderr
    where = run(installed, tmp_path, prepared="import cxreset; print(cxreset.__file__)").stdout
    assert where.startswith(str(installed)), "the installed program was meant, not the tree"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]
    assert list(home.rglob("reset.cxreset"))


@pytest.mark.long
def test_content_that_is_gone_is_said_with_its_places(installed: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(installed, broken)
    shutil.rmtree(broken / "cxreset" / "content")
    result = run(broken, tmp_path, "today")
    assert (result.returncode, result.stdout) == (1, "")
    for folder in (broken / "cxreset" / "content", broken / "content"):
        assert str(folder) in result.stderr
    assert "--content" in result.stderr


@pytest.mark.long
def test_the_sdist_holds_what_its_tests_need(tmp_path: Path) -> None:
    """Unpacked elsewhere, the tests of a room and of the German pack run, on its own files."""
    subprocess.run(
        [sys.executable, "-m", "build", "--sdist", "--no-isolation", "-o", tmp_path, ROOT],
        capture_output=True,
        timeout=600,
        check=True,
    )
    with tarfile.open(tmp_path / f"cxreset-{__version__}.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    tree = tmp_path / f"cxreset-{__version__}"
    assert (tree / "packaging" / "debian" / "control").is_file()
    origin = "import cxreset; print(cxreset.__file__)"
    tests = ["tests/base", "tests/programme/test_shipped_languages.py"]
    for words in (["-c", origin], ["-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]):
        result = subprocess.run(
            [sys.executable, *words],
            cwd=tree,
            env=dict(os.environ) | {"PYTHONPATH": str(tree)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=600,
            check=False,
        )
        assert result.returncode == 0, result.stdout[-2000:]
        assert words[0] == "-m" or result.stdout.startswith(str(tree))
