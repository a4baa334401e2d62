"""Small pages with one form, for what Streamlit cannot do: set cookies, and let a browser keep passwords."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

FRONTEND = Path(__file__).parent / "frontend"
LARGEST = 10_000  # bytes; a form here holds a few short lines


@dataclass(frozen=True, slots=True)
class Field:
    """kind: of the input; fills: what a browser or password manager may fill in (the HTML attribute autocomplete)."""

    name: str
    label: str
    kind: str = "text"
    fills: str = "off"
    hint: str = ""


PASSWORDS = (
    Field(
        "password",
        "Password",
        "password",
        "new-password",
        "At least 12 characters. Four words that do not belong together do well.",
    ),
    Field("again", "The same again", "password", "new-password"),
)


@dataclass(frozen=True, slots=True)
class Form:
    """action: where it goes, by POST. No fields: nothing to fill in, so no form."""

    title: str
    intro: str
    action: str = ""
    button: str = ""
    fields: Sequence[Field] = ()

    def page(self, kept: Mapping[str, str], error: str = "", status: int = 200) -> HTMLResponse:
        """kept: what the fields hold at first, and what goes along unseen. Passwords are never sent back."""
        told = f'<p class="wrong" role="alert">{escape(error)}</p>' if error else ""
        page = Template((FRONTEND / "form.html").read_text(encoding="utf-8")).substitute(
            title=escape(self.title), intro=escape(self.intro), style=_style(), error=told, form=self._form(kept)
        )
        return HTMLResponse(page, status, {"Cache-Control": "no-store"})

    def _form(self, kept: Mapping[str, str]) -> str:
        if not self.action:
            return '<a class="button" href="/">Go to the start page</a>'
        seen = {field.name for field in self.fields}
        unseen = [
            f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
            for name, value in kept.items()
            if name not in seen
        ]
        first_empty = next((field.name for field in self.fields if not kept.get(field.name)), "")
        inputs = [_input(field, kept.get(field.name, ""), field.name == first_empty) for field in self.fields]
        rows = "\n".join([*unseen, *inputs, f'<button type="submit">{escape(self.button)}</button>'])
        return f'<form method="post" action="{escape(self.action)}">\n{rows}\n</form>'


async def posted(request: Request) -> dict[str, str]:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise HTTPException(413, "This form is too large.")
    return dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))


def _input(field: Field, value: str, focus: bool) -> str:
    kept = "" if field.kind == "password" else f' value="{escape(value)}"'
    hint = f"<small>{escape(field.hint)}</small>" if field.hint else ""
    attributes = (
        f'name="{field.name}" type="{field.kind}" autocomplete="{field.fills}"{kept}{" autofocus" if focus else ""} required'
    )
    return f"<label>{escape(field.label)}<input {attributes}>{hint}</label>"


@cache
def _style() -> str:
    return (FRONTEND / "form.css").read_text(encoding="utf-8")
