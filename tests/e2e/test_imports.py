"""What imports what: the direction between packages, and how little `fundstelle ask` has to load."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
ALLOWED = {
    "index": {"index"},
    "rag": {"index", "rag"},
    "ui": {"index", "rag", "ui"},
    "eval": {"index", "rag", "eval"},
    "bench": {"index", "rag", "eval", "train", "bench"},
    "train": {"index", "rag", "eval", "bench", "train"},
}
HEAVY = {"torch", "transformers", "sentence_transformers", "llama_index", "gradio", "fastapi", "onnx", "trafilatura"}


def _imports(path: Path) -> Iterator[str]:
    """The top-level packages that a file imports, anywhere in it; relative imports stay in their own."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield path.relative_to(REPOSITORY).parts[0] if node.level else str(node.module).split(".")[0]
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "import_module":
            for argument in node.args:
                yield from (str(c.value).split(".")[0] for c in ast.walk(argument) if isinstance(c, ast.Constant))


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_packages_import_downwards_only(package: str) -> None:
    files = sorted((REPOSITORY / package).rglob("*.py"))
    assert len(files) > 1 or package in ("bench", "train")
    wrong = [
        f"{path.relative_to(REPOSITORY)} imports {name}"
        for path in files
        for name in _imports(path)
        if name in ALLOWED and name not in ALLOWED[package]
    ]
    assert wrong == []


def test_every_package_of_the_repository_is_looked_at() -> None:
    folders = {path.parent.name for path in REPOSITORY.glob("*/*.py") if not path.parent.name.startswith(".")}
    assert folders - {"tests"} <= set(ALLOWED)


def test_imports_inside_functions_are_seen(tmp_path: Path) -> None:
    source = "def f():\n    from ui.app import mount\n    import eval.run\n    import_module('train.x')\n"
    path = REPOSITORY / "rag" / "not-there.py"
    probe = tmp_path / "probe.py"
    probe.write_text(source, encoding="utf-8")
    assert sorted(_imports(probe)) == ["eval", "train", "ui"]
    assert not path.exists()


def _loaded(*arguments: str) -> set[str]:
    """The top-level modules in memory after a command line has run."""
    code = (
        "import json, sys\n"
        "from rag.cli.main import main\n"
        "try:\n"
        f"    code = main({list(arguments)!r})\n"
        "except SystemExit as end:\n"
        "    code = end.code\n"
        "assert code == 0, code\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_ask_loads_no_heavy_package(archive: Path) -> None:
    loaded = _loaded("ask", "Wie viel hebt der Kran?", "--data", str(archive))
    assert loaded & HEAVY == set()
    assert {"onnxruntime", "numpy"} <= loaded, "else nothing was asked"


@pytest.mark.parametrize("arguments", [("--help",), ("ask", "--help"), ("serve", "--help"), ("eval", "--help")])
def test_help_loads_next_to_nothing(arguments: tuple[str, ...]) -> None:
    loaded = _loaded(*arguments)
    assert loaded & (HEAVY | {"numpy", "onnxruntime", "chromadb", "bm25s"}) == set()


def test_status_loads_no_model(archive: Path) -> None:
    assert _loaded("status", "--data", str(archive)) & (HEAVY | {"onnxruntime", "tokenizers", "chromadb"}) == set()
