"""Firefox by its own Marionette protocol: length-prefixed JSON over a socket, no driver to install.

Playwright drives only its own build of Firefox; the one that Debian users have is this one.
"""

import json
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from tools.serving import free_port

ELEMENT: Final = "element-6066-11e4-a52e-4f735466cecf"  # the key of an element in WebDriver's JSON
KEYS: Final = {
    "PageUp": "\ue00e",
    "PageDown": "\ue00f",
    "End": "\ue010",
    "Home": "\ue011",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Tab": "\ue004",
}
PREFERENCES: Final = {
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.disabledForTesting": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.type": 0,
    "remote.prefs.recommended": True,
}


class Firefox:
    """One window of a headless Firefox. Every wait ends with AssertionError after `seconds`."""

    def __init__(self, port: int, seconds: float = 30) -> None:
        self.seconds = seconds
        self._count = 0
        self._socket = self._connect(port)
        self._read()  # its greeting
        self._send("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": False}}})
        self._send("WebDriver:SetTimeouts", {"script": 30_000, "pageLoad": 60_000, "implicit": 0})

    def goto(self, url: str) -> None:
        """Open an address and wait for its load event."""
        self._send("WebDriver:Navigate", {"url": url})

    def size(self, width: int, height: int) -> None:
        """Resize the window (its outer size, in CSS pixels)."""
        self._send("WebDriver:SetWindowRect", {"width": width, "height": height})

    def js(self, body: str, *arguments: Any) -> Any:
        """The value of a function's body run in the page: `js("return document.title")`."""
        return self._send("WebDriver:ExecuteScript", {"script": body, "args": list(arguments), "sandbox": None})[
            "value"
        ]

    def wait(self, expression: str) -> Any:
        """The value of a JavaScript expression as soon as it is true."""
        deadline = time.monotonic() + self.seconds
        while time.monotonic() < deadline:
            if value := self.js(f"return ({expression})"):
                return value
            time.sleep(0.05)
        raise AssertionError(f"Firefox: after {self.seconds} s still not true: {expression}")

    def click(self, css: str) -> None:
        """Scroll an element into view and click its middle."""
        self._send("WebDriver:ElementClick", {"id": self._element(css)})

    def text(self, css: str) -> str:
        """The rendered text of an element."""
        return str(self._send("WebDriver:GetElementText", {"id": self._element(css)})["value"])

    def press(self, *keys: str) -> None:
        """Press and release keys, one after the other, where the focus is: `press("Tab", "Enter", "s")`."""
        strokes = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": strokes}
        self._send("WebDriver:PerformActions", {"actions": [keyboard]})

    def errors(self) -> list[str]:
        """Script errors and Content-Security-Policy reports of pages of this machine since Firefox started."""
        self._send("Marionette:SetContext", {"value": "chrome"})
        script = """return Services.console.getMessageArray()
            .filter(m => m instanceof Ci.nsIScriptError && !(m.flags & Ci.nsIScriptError.warningFlag))
            .filter(m => /^http:\\/\\/127\\.0\\.0\\.1/.test(m.sourceName) || /^Content.Security/.test(m.category))
            .map(m => `${m.sourceName}:${m.lineNumber} ${m.errorMessage}`)"""
        found = self.js(script)
        self._send("Marionette:SetContext", {"value": "content"})
        return [str(message) for message in found]

    def _element(self, css: str) -> str:
        self.wait(f"document.querySelector({json.dumps(css)}) !== null")
        found = self._send("WebDriver:FindElement", {"using": "css selector", "value": css})
        return str(found["value"][ELEMENT])

    def _connect(self, port: int) -> socket.socket:
        deadline = time.monotonic() + 60
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=90)
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def _send(self, command: str, parameters: dict[str, Any]) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise AssertionError(f"Firefox: {command}: {error['error']}: {error['message']}")
        return result

    def _read(self) -> Any:
        length = b""
        while (byte := self._socket.recv(1)) != b":":
            if not byte:
                raise AssertionError("Firefox closed the connection")
            length += byte
        body = b""
        while len(body) < int(length):
            body += self._socket.recv(int(length) - len(body))
        return json.loads(body)


@contextmanager
def firefox(executable: str) -> Iterator[Firefox]:
    """A headless Firefox with a profile of its own, ended when the block ends."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="corridors-firefox-", ignore_cleanup_errors=True) as profile:
        preferences = PREFERENCES | {"marionette.port": port}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
        (Path(profile) / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [executable, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote"]
        process = subprocess.Popen(
            [*command, "--profile", profile], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield Firefox(port)
        finally:
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
