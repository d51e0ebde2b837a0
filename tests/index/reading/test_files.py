from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import SourceError
from index.reading.files import SourceFile, find_files, shown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in [
        "b.txt",
        "a.md",
        "c.JSONL",
        "sub/d.html",
        "sub/e.htm",
        "sub/deeper/f.pdf",
        "sub/g.markdown",
        "license-fees-rise.md",
        "readme-first.txt",
        "README.md",
        "README",
        "LICENSE-CC0.txt",
        "license.md",
        "readme.txt",
        ".hidden.txt",
        ".git/h.txt",
        "sub/.cache/i.md",
        "notes.docx",
        "image.png",
        "noending",
    ]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path


def names(files: list[SourceFile], folder: Path) -> list[str]:
    return [file.path.relative_to(folder).as_posix() for file in files]


def test_a_folder_gives_its_articles_in_sorted_order(folder: Path) -> None:
    files = find_files([folder])
    assert names(files, folder) == [
        "a.md",
        "b.txt",
        "c.JSONL",
        "license-fees-rise.md",
        "readme-first.txt",
        "sub/d.html",
        "sub/deeper/f.pdf",
        "sub/e.htm",
        "sub/g.markdown",
    ]
    assert {file.root for file in files} == {folder}


def test_given_files_are_taken_as_they_are(folder: Path) -> None:
    given = [folder / name for name in ("notes.docx", "README.md", ".hidden.txt")]
    assert find_files(given) == [SourceFile(path, path) for path in given]


def test_a_file_reached_twice_is_listed_once_for_the_first_path(folder: Path) -> None:
    files = find_files([folder / "sub" / "d.html", folder / "sub", folder / "sub" / ".." / "sub"])
    assert names(files, folder) == ["sub/d.html", "sub/deeper/f.pdf", "sub/e.htm", "sub/g.markdown"]
    assert [file.root.name for file in files] == ["d.html", "sub", "sub", "sub"]


def test_relative_paths_become_absolute(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "sub")
    assert find_files([Path("../b.txt"), Path()])[0] == SourceFile(folder / "b.txt", folder / "b.txt")
    assert find_files([Path()]) == find_files([folder / "sub"])


def test_links_to_files_keep_their_name_and_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("x")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "real" / "a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    assert names(find_files([tmp_path / "in"]), tmp_path) == ["in/link.txt"]


def test_a_path_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"missing: there is no such file or folder\. Check the spelling"):
        find_files([tmp_path / "missing"])


def test_names_of_any_bytes_can_be_shown() -> None:
    assert shown(Path("a\udcff.txt")) == "a\N{REPLACEMENT CHARACTER}.txt"
    assert shown(Path("ä.txt")) == "ä.txt"
