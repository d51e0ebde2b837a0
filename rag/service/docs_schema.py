"""JSON schemas as HTML tables, for the documentation page."""

from __future__ import annotations

import re
from html import escape
from typing import Any

_CODE = re.compile(r"`([^`]+)`")
_BOUNDS = {
    "minimum": "≥ {}",
    "maximum": "≤ {}",
    "minLength": "≥ {} characters",
    "maxLength": "≤ {} characters",
    "maxItems": "≤ {} entries",
    "pattern": "matches {}",
    "default": "default {}",
}


def schema_section(name: str, schema: dict[str, Any]) -> str:
    """A schema's heading, description and table of fields."""
    required = set(schema.get("required", ()))
    fields = schema.get("properties", {})
    rows = "".join(_row(field, spec, field in required) for field, spec in fields.items())
    return (
        f'<section id="schema-{escape(name)}"><h3>{escape(name)}</h3><p>{prose(schema.get("description", ""))}</p>'
        "<table><thead><tr><th>field</th><th>type</th><th>meaning</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></section>"
    )


def prose(text: str) -> str:
    """Escaped text, with what stands in backticks as code."""
    return _CODE.sub(r"<code>\1</code>", escape(text))


def example_of(schema: dict[str, Any], schemas: dict[str, Any]) -> Any:
    """The first example that a schema (or the one it refers to) gives; an empty object where there is none."""
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    examples = schemas.get(name, schema).get("examples") or [{}]
    return examples[0]


def _row(field: str, spec: dict[str, Any], required: bool) -> str:
    mark = ' <span class="required">required</span>' if required else ""
    return (
        f"<tr><td><code>{escape(field)}</code>{mark}</td><td>{_type(spec)}</td>"
        f"<td>{prose(spec.get('description', ''))}{_bounds(spec)}</td></tr>"
    )


def _type(spec: dict[str, Any]) -> str:
    """A schema's type in words, with links to named schemas."""
    if "$ref" in spec:
        name = escape(spec["$ref"].rpartition("/")[2])
        return f'<a href="#schema-{name}">{name}</a>'
    if "anyOf" in spec:
        return " or ".join(_type(option) for option in spec["anyOf"])
    if "const" in spec:
        return f"<code>{escape(str(spec['const']))}</code>"
    if "enum" in spec:
        return " | ".join(f"<code>{escape(str(value))}</code>" for value in spec["enum"])
    if spec.get("type") == "array":
        return _array(spec)
    return escape(str(spec.get("type", "any")))


def _array(spec: dict[str, Any]) -> str:
    if "prefixItems" in spec:
        return f"[{', '.join(_type(item) for item in spec['prefixItems'])}]"
    return f"list of {_type(spec.get('items', {}))}"


def _bounds(spec: dict[str, Any]) -> str:
    options = [spec, *spec.get("anyOf", ())]
    found = [
        text.format(option[key]) for option in options for key, text in _BOUNDS.items() if option.get(key) is not None
    ]
    return f' <span class="bounds">{escape(", ".join(found))}</span>' if found else ""
