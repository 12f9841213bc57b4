"""CORRIDORS_* settings: read from the environment, validated, and documented from the model itself."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from corridors.errors import CorridorsError

PREFIX: Final = "CORRIDORS_"
_BASE_PATH: Final = re.compile(r"^/(?:[A-Za-z0-9._~-]+/)*$")
_TOKEN: Final = re.compile(r"[!-~]{16,200}")
_SECRET: Final = frozenset({"admin_token"})


def project_root() -> Path:
    """The folder that holds `geodata`, `assets` and `app.py`.

    That is the checkout when the package runs from it; an installed package is started there.
    """
    checkout = Path(__file__).resolve().parents[2]
    return checkout if (checkout / "assets").is_dir() else Path.cwd()


def _base_path(value: str) -> str:
    if not _BASE_PATH.match(value) or "/../" in value or "/./" in value:
        raise ValueError("must start and end with / and hold letters, digits and . _ ~ - only, for example /corridors/")
    return value


def _token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError("must have 16 to 200 letters, digits and signs of ASCII, without spaces")
    return value


class SettingsError(CorridorsError):
    """A setting in the environment has a value that cannot be used."""


class Settings(BaseSettings):
    """Every setting of the server; the environment variable is the field's name in capitals, after CORRIDORS_."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True)

    host: str = Field(
        default="127.0.0.1",
        min_length=1,
        description="address to listen on|dirección en la que escucha",
    )
    port: int = Field(default=8050, ge=1, le=65535, description="port to listen on|puerto en el que escucha")
    geodata: Path = Field(
        default_factory=lambda: project_root() / "geodata",
        description="the shipped data folder, read only|la carpeta de datos incluida, de solo lectura",
    )
    state: Path = Field(
        default_factory=lambda: project_root() / ".state",
        description="the only writable folder, made when it is first needed"
        "|la única carpeta en la que se escribe; se crea cuando hace falta",
    )
    base_path: Annotated[str, AfterValidator(_base_path)] = Field(
        default="/",
        description="path under which a proxy publishes the product; starts and ends with /"
        "|ruta bajo la cual un proxy publica el producto; empieza y termina con /",
    )
    trusted_proxy: int = Field(
        default=0,
        ge=0,
        le=10,
        description="number of proxies in front whose X-Forwarded-* headers are believed"
        "|número de proxies delante cuyos encabezados X-Forwarded-* se creen",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO",
        description="the least severe messages that are written|los mensajes menos graves que se escriben",
    )
    log_format: Literal["plain", "json"] = Field(
        default="plain",
        description="how messages are written: plain for people, json for one JSON line a request"
        "|cómo se escriben los mensajes: plain para personas, json para una línea JSON por solicitud",
    )
    max_body_bytes: int = Field(
        default=262_144,
        ge=1_024,
        le=16_777_216,
        description="largest body of a request that is read, in bytes"
        "|cuerpo más grande de una solicitud que se lee, en bytes",
    )
    admin_token: Annotated[SecretStr, AfterValidator(_token)] | None = Field(
        default=None,
        description="what the import page asks for where the server is not this machine’s own; without it imports are "
        "closed there|lo que pide la página de importación cuando el servidor no es de esta misma máquina; sin ella, "
        "ahí no se importa",
    )
    max_import_bytes: int = Field(
        default=300_000_000,
        ge=1_024,
        le=10_000_000_000,
        description="largest file that the import page takes, in bytes"
        "|archivo más grande que acepta la página de importación, en bytes",
    )
    import_memory_bytes: int = Field(
        default=4_000_000_000,
        ge=500_000_000,
        description="address space of the process that reads an imported file, in bytes"
        "|espacio de direcciones del proceso que lee un archivo importado, en bytes",
    )
    import_seconds: int = Field(
        default=600,
        ge=1,
        le=86_400,
        description="longest time that the import page gives to reading or accepting a file, in seconds"
        "|tiempo máximo que la página de importación da a leer o aceptar un archivo, en segundos",
    )
    bundles: Path = Field(
        default_factory=lambda: project_root() / ".cache" / "bundles",
        description="folder of pre-compressed scripts; what is missing is compressed once, in memory"
        "|carpeta de los programas precomprimidos; lo que falta se comprime una vez, en memoria",
    )


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of the environment (or of `environ`, for tests).

    Raises SettingsError whose text is one line: the variable, what was found and what is accepted.
    """
    try:
        if environ is None:
            return Settings()
        known = {name: environ.get(variable(name), "") for name in Settings.model_fields}
        return Settings.model_validate({name: value for name, value in known.items() if value})
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0])
        # A secret is never repeated: this line goes to a log.
        found = "another value" if field in _SECRET else repr(first["input"])
        raise SettingsError(f"{variable(field)}: {_reason(first['msg'])}; found {found}") from None


def load_or_exit() -> Settings:
    """The settings, or one clear line on standard error and exit status 2."""
    try:
        return load()
    except SettingsError as error:
        sys.stderr.write(f"corridors: {error}\n")
        raise SystemExit(2) from None


def variable(field: str) -> str:
    """The environment variable of a field: `base_path` -> `CORRIDORS_BASE_PATH`."""
    return PREFIX + field.upper()


def settings_table(lang: str) -> str:
    """The table of all settings in Markdown, made from the model (`en` or `es`)."""
    head = ("Variable", "Por omisión", "Qué es") if lang == "es" else ("Variable", "Default", "What it is")
    lines = [f"| {' | '.join(head)} |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        english, spanish = (field.description or "|").split("|")
        words = spanish if lang == "es" else english
        lines.append(f"| `{variable(name)}` | {_default(name)} | {words[0].upper()}{words[1:]} |")
    return "\n".join(lines) + "\n"


def _default(name: str) -> str:
    field = Settings.model_fields[name]
    value = field.get_default(call_default_factory=True, validated_data={})
    if value is None:
        return "–"
    return f"`{os.path.relpath(value, project_root()) if isinstance(value, Path) else value}`"


def _reason(message: str) -> str:
    return message.removeprefix("Value error, ").replace("Input should be", "must be")
