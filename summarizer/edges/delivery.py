"""Parcels to the places they go to: a folder of files, a mail server, a webhook."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from summarizer.edges import mail, webhook
from summarizer.edges.delivering import DeliveryFailed
from summarizer.edges.output import write_atomically
from summarizer.errors import SummarizerError
from summarizer.value import Value


class Folder(Value):
    """Files under `path`, by name; each is replaced as a whole or not at all."""

    kind: Literal["folder"] = "folder"
    path: str
    formats: tuple[str, ...]
    feed: bool = True
    base_url: str | None = None


class Mailbox(Value):
    """People reached over a mail server; secrets are named by their environment variables."""

    kind: Literal["mail"] = "mail"
    to: tuple[str, ...]
    sender: str
    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    user_env: str | None = None
    password_env: str | None = None


class Hook(Value):
    kind: Literal["webhook"] = "webhook"
    url: str
    secret_env: str | None = None


Target = Folder | Mailbox | Hook


class Destination(Value):
    """A target as a parcel keeps it."""

    target: Target = Field(discriminator="kind")


def shown(target: Target) -> str:
    """Where, in a few words, without anything secret."""
    if isinstance(target, Folder):
        return f"folder {target.path}"
    if isinstance(target, Mailbox):
        return f"mail to {', '.join(target.to)}"
    return f"webhook {webhook._shown(target.url)}"


def write_files(target: Folder, files: Mapping[str, str]) -> None:
    """Writes the files in their order; the folder is made. Raises DeliveryFailed, with earlier files as they were or whole."""
    folder = Path(target.path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            write_atomically(folder / name, text)
    except OSError as error:
        raise DeliveryFailed(f"{folder} cannot be used as a folder: {error.strerror or error}") from None
    except SummarizerError as error:
        raise DeliveryFailed(str(error)) from None


def send_mail(target: Mailbox, letter: mail.Letter, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Sends the mail; returns the recipients that the server refused. Raises DeliveryFailed."""
    server = mail.Smtp(
        host=target.host, port=target.port, security=target.security, user=_secret(target.user_env, environment),
        password=_secret(target.password_env, environment),
    )  # fmt: skip
    return tuple(mail.send(letter, server))


async def call_hook(
    target: Hook, body: bytes, ident: str, environment: Mapping[str, str], sleep: Callable[[float], Awaitable[None]] | None = None
) -> None:
    """Posts the edition. Raises DeliveryFailed."""
    await webhook.post(target.url, body, ident=ident, secret=_secret(target.secret_env, environment), sleep=sleep)


def _secret(name: str | None, environment: Mapping[str, str]) -> str:
    if name is None:
        return ""
    if not environment.get(name):
        raise DeliveryFailed(f"the environment variable {name} is not set")
    return environment[name]
