"""What others have made is taken if it is what was wanted, and else made."""

import io
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.exchange import entry, results
from lecture_site.exchange.address import Address
from lecture_site.exchange.entry import Wanted, packed
from lecture_site.exchange.results import SharedResults
from lecture_site.processes.isolated import Task
from lecture_site.products.listings import run_program
from lecture_site.products.making import bring_up_to_date
from lecture_site.products.product import Product
from lecture_site.staleness.fingerprint import Imports

PROGRESS = "what is stale"
WANTED = Wanted("listing a.py", "0123")


class Checkout:
    """A checkout with one listing, which notes when it has run."""

    def __init__(self, root: Path) -> None:
        self.project = Project(root)
        self.ran = root / "ran"
        self.source = root / "listing.py"
        (root / "docs").mkdir(parents=True)
        self.write("0.25")

    def write(self, printed: str) -> None:
        self.source.write_text(
            "from pathlib import Path\n"
            "Path(__file__).with_name('ran').touch()\n"
            f"print('loss', {printed})\n",
            encoding="utf-8",
        )

    def product(self, *, is_committed: bool = True) -> Product:
        return Product(
            task=Task("listing a", run_program, (str(self.source),)),
            source=self.source,
            target=FileTarget(self.project.root / "kept.out"),
            mentioned_as="listing",
            again="python listing.py",
            is_committed=is_committed,
        )

    def make(self, **how: bool) -> str:
        """Bring the listing up to date; return what was told."""
        self.ran.unlink(missing_ok=True)
        told = io.StringIO()
        committed = how.pop("is_committed", True)
        problems = bring_up_to_date(
            [self.product(is_committed=committed)],
            self.project,
            console=Console(file=told, width=300),
            **{"record": False, **how},
        )
        lines = told.getvalue().splitlines()
        said = [line for line in lines if not line.startswith(PROGRESS)]
        return "\n".join([*said, *map(str, problems)])

    @property
    def kept(self) -> str:
        return (self.project.root / "kept.out").read_text(encoding="utf-8")

    @property
    def wanted(self) -> Wanted:
        imports = Imports(self.project)
        return Wanted("listing a", self.product().fingerprint(imports))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(results.VARIABLE, str(tmp_path / "shared"))
    return tmp_path / "shared"


@pytest.fixture
def first(tmp_path: Path, folder: Path) -> Checkout:
    """A checkout that has recorded its result and let others have it."""
    checkout = Checkout(tmp_path / "first")
    checkout.make(record=True)
    assert checkout.ran.exists()
    assert entries(folder)
    return checkout


@pytest.fixture
def second(first: Checkout, tmp_path: Path) -> Checkout:
    """Another checkout of the same, in which nothing was made yet."""
    checkout = Checkout(tmp_path / "elsewhere" / "second")
    for path in (first.project.seals, first.project.root / "kept.out"):
        (checkout.project.root / path.name).write_bytes(path.read_bytes())
    return checkout


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_one_checkout_made_another_takes(second: Checkout) -> None:
    assert "no shared" not in second.make()
    assert not second.ran.exists()
    assert second.kept == "loss 0.25\n"


def test_an_entry_says_what_it_was_made_from(
    first: Checkout, folder: Path
) -> None:
    (path,) = entries(folder)
    held = json.loads(path.read_bytes())
    assert held["name"] == "listing a"
    assert held["made_from"] == first.wanted.made_from
    assert held["text"] == "loss 0.25\n"
    assert path.stem == first.wanted.key


def test_what_was_changed_is_made(second: Checkout, folder: Path) -> None:
    second.write("0.5 / 2")
    assert second.make() == ""
    assert second.ran.exists()
    assert len(entries(folder)) == 2


def test_all_that_is_named_is_made_whatever_others_have(
    second: Checkout,
) -> None:
    second.make(everything=True)
    assert second.ran.exists()


def spoilt(**changes: object) -> Callable[[bytes], bytes]:
    return lambda held: json.dumps(json.loads(held) | changes).encode()


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "another text": spoilt(text="loss 0.24\n"),
    "another name": spoilt(name="listing b"),
    "other sources": spoilt(made_from="0123"),
    "no digest": spoilt(digest=None),
    "half a character": spoilt(text="\ud800"),
    "no text": spoilt(text=[1]),
    "half written": lambda held: held[: len(held) // 2],
    "empty": lambda _: b"",
    "a page": lambda _: b"<!doctype html><title>Sign in</title>",
    "no text at all": lambda _: b"\x80\xff\x00",
    "a list": lambda _: b"[]",
    "very deep": lambda _: b"[" * 200_000,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_cannot_be_believed_is_told_once_and_made(
    second: Checkout, folder: Path, damage: str
) -> None:
    (path,) = entries(folder)
    path.write_bytes(DAMAGE[damage](path.read_bytes()))
    told = second.make()
    assert told.count("refused and made here: listing a: ") == 1
    assert len(told.splitlines()) == 1
    assert second.ran.exists()
    assert second.kept == "loss 0.25\n"
    assert second.make() == ""
    assert entry.unpacked(path.read_bytes(), second.wanted) == second.kept


def test_an_entry_too_large_is_refused(
    second: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entry, "LARGEST", 10)
    assert "more than 10 bytes" in second.make()
    assert second.ran.exists()


def test_what_does_not_agree_with_the_record_is_made_before_it_is_told(
    second: Checkout, folder: Path
) -> None:
    """Another's false text is no problem of this checkout, nor its record."""
    (path,) = entries(folder)
    path.write_bytes(packed(second.wanted, "loss 0.75\n"))
    for record in (False, True):
        (second.project.cache / "made.json").unlink(missing_ok=True)
        path.write_bytes(packed(second.wanted, "loss 0.75\n"))
        told = second.make(record=record)
        assert "it does not agree with the record" in told
        assert len(told.splitlines()) == 1
        assert second.kept == "loss 0.25\n"


def test_digits_of_another_processor_confirm_and_are_not_written(
    second: Checkout, folder: Path
) -> None:
    (path,) = entries(folder)
    path.write_bytes(packed(second.wanted, "loss 0.26\n"))
    assert second.make() == ""
    assert not second.ran.exists()
    assert second.kept == "loss 0.25\n"


def test_what_nobody_commits_is_kept_as_others_made_it(
    second: Checkout,
) -> None:
    (second.project.root / "kept.out").unlink()
    assert second.make(is_committed=False) == ""
    assert not second.ran.exists()
    assert second.kept == "loss 0.25\n"


def test_a_failure_is_not_shared(second: Checkout, folder: Path) -> None:
    second.write("1 / 0")
    assert "ZeroDivisionError" in second.make()
    assert len(entries(folder)) == 1


def test_what_changed_while_it_was_made_is_not_shared(
    second: Checkout, folder: Path
) -> None:
    second.source.write_text(
        "from pathlib import Path\n"
        "Path(__file__).write_text('print(\"loss\", 0.25)')\n"
        "print('loss', 0.25)\n",
        encoding="utf-8",
    )
    assert second.make() == ""
    assert len(entries(folder)) == 1


def test_a_folder_only_to_read_stays_as_it_is(
    second: Checkout, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(results.ONLY_READ, "1")
    (path,) = entries(folder)
    before = path.stat().st_mtime_ns
    second.make()
    assert not second.ran.exists()
    second.write("0.5 / 2")
    second.make()
    assert second.ran.exists()
    assert entries(folder) == [path]
    assert path.stat().st_mtime_ns == before


def test_a_folder_that_cannot_be_is_told_once(
    second: Checkout, folder: Path
) -> None:
    (path,) = entries(folder)
    path.unlink()
    path.parent.rmdir()
    folder.rmdir()
    folder.write_text("a file", encoding="utf-8")
    told = second.make()
    assert second.ran.exists()
    assert 1 <= len(told.splitlines()) <= 2
    assert str(folder) in told


def test_what_is_neither_folder_nor_address_is_told(
    second: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(results.VARIABLE, "s3://bucket/results")
    assert "no folder and no http(s) address: s3://" in second.make()
    assert second.ran.exists()


@contextmanager
def served(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """Serve what a function answers, and give the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        do_GET = answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/results"
    finally:
        server.shutdown()
        server.server_close()


def send(
    handler: BaseHTTPRequestHandler, body: bytes, status: int = 200
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def files_of(folder: Path) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        path = folder / handler.path.removeprefix("/results/")
        if path.is_file():
            send(handler, path.read_bytes())
        else:
            send(handler, b"<h1>Not found</h1>", 404)

    return answer


def test_an_address_is_read(
    second: Checkout, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served(files_of(folder)) as url:
        monkeypatch.setenv(results.VARIABLE, f"{url}/")
        assert second.make() == ""
        assert not second.ran.exists()
        second.write("0.5 / 2")
        assert second.make() == ""
        assert second.ran.exists()
    assert len(entries(folder)) == 1


def fetched(url: str, *, longest: float = 5, patience: float = 5) -> str:
    """Ask a server for many results, and return what was told of it."""
    told: list[str] = []
    shared = SharedResults(Address(url, longest), told.append, patience)
    many = [WANTED, *(Wanted(f"listing {i}", "0") for i in range(30))]
    assert shared.fetch(many, lambda *_: True) == set()
    assert shared.fetch(many, lambda *_: True) == set()
    return "\n".join(told)


def hang(_: BaseHTTPRequestHandler) -> None:
    time.sleep(60)


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    while True:
        handler.wfile.write(b" ")
        time.sleep(0.1)


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.close()


def break_off(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"{")
    handler.close_connection = True


def pack_badly(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "4")
    handler.send_header("Content-Encoding", "gzip")
    handler.end_headers()
    handler.wfile.write(b"nope")


def lead_astray(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(302)
    handler.send_header("Location", "file:///etc/hostname")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def sign_in(handler: BaseHTTPRequestHandler) -> None:
    send(handler, b"<!doctype html><title>Sign in</title>")


def fail(handler: BaseHTTPRequestHandler) -> None:
    send(handler, b"<h1>Maintenance</h1>", 503)


def dawdle(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(0.3)
    send(handler, b"", 404)


@pytest.mark.parametrize(
    "answer",
    [
        hang,
        drip,
        hang_up,
        break_off,
        pack_badly,
        lead_astray,
        sign_in,
        fail,
    ],
)
def test_whatever_a_server_does_it_is_told_in_a_line_and_costs_little(
    answer: Callable[[BaseHTTPRequestHandler], None],
) -> None:
    began = time.monotonic()
    with served(answer) as url:
        told = fetched(url, longest=0.5)
    assert url in told
    # One that answers pages is asked a second time: it is up.
    assert len(told.splitlines()) == (2 if answer is sign_in else 1)
    assert "made here" in told
    assert time.monotonic() - began < 20


def test_a_server_that_is_not_there_is_told_in_a_line() -> None:
    with served(sign_in) as url:
        pass
    assert "no shared results from" in fetched(url)


def test_a_slow_server_is_left_when_it_has_taken_long_enough() -> None:
    with served(dawdle) as url:
        assert "it is too slow" in fetched(url, patience=0.5)


def test_a_server_is_read_no_further_than_an_entry_may_reach() -> None:
    def pour(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(bytes(1 << 16))

    with served(pour) as url:
        content = Address(url).read(WANTED.key)
    assert content is not None
    assert len(content) < entry.LARGEST + (1 << 20)
    with pytest.raises(entry.RefusedError, match="bytes"):
        entry.unpacked(content, WANTED)
