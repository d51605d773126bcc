"""Editions as mail: a standard message (RFC 5322, multipart/alternative), and SMTP to send it."""

import smtplib
import ssl
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import Literal

from summarizer.edges.delivering import DeliveryFailed
from summarizer.render import safe
from summarizer.value import Value

_SECONDS = 30.0


class Letter(Value):
    """What a mail says. `ident` makes its Message-ID, which is the same whenever the same edition goes to the same people."""

    ident: str
    sender: str
    to: tuple[str, ...]
    subject: str
    sent: datetime
    text: str
    html: str


class Smtp(Value):
    """A mail server. `user` and `password` are empty where it asks for none."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        return f"Smtp({self.host}:{self.port}, {self.security})"


def message(letter: Letter) -> EmailMessage:
    """The message, text first and HTML as the better alternative; headers hold one line each, whatever a headline says."""
    made = EmailMessage(policy=SMTP.clone(max_line_length=78))
    made["From"] = safe.plain(letter.sender)
    made["To"] = ", ".join(safe.plain(to) for to in letter.to)
    made["Subject"] = safe.plain(letter.subject)[:250]
    made["Date"] = format_datetime(letter.sent)
    made["Message-ID"] = f"<{letter.ident}@{_domain(letter.sender)}>"
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answers from machines
    made["X-Entity-Ref-ID"] = letter.ident
    made.set_content(letter.text, subtype="plain", charset="utf-8", cte="quoted-printable")
    made.add_alternative(letter.html, subtype="html", charset="utf-8", cte="quoted-printable")
    made.set_boundary(f"=_{letter.ident}")  # the same bytes each time
    return made


def as_bytes(letter: Letter) -> bytes:
    """The message as an .eml file holds it, CRLF at the end of lines."""
    return message(letter).as_bytes()


def send(letter: Letter, server: Smtp) -> Sequence[str]:
    """Hands the mail to the server; returns the recipients that it refused. Raises DeliveryFailed where it took it for nobody."""
    context = ssl.create_default_context()
    try:
        with _connected(server, context) as smtp:
            if server.security == "starttls":
                smtp.starttls(context=context)
            if server.user:
                smtp.login(server.user, server.password)
            refused = smtp.send_message(message(letter))
    except smtplib.SMTPAuthenticationError:
        raise DeliveryFailed(f"{server.host} does not accept the user and password") from None
    except smtplib.SMTPNotSupportedError as error:
        raise DeliveryFailed(f"{server.host}: {safe.plain(str(error))}") from None
    except smtplib.SMTPResponseException as error:
        raise DeliveryFailed(f"{server.host} answered {error.smtp_code}") from None
    except smtplib.SMTPException as error:
        raise DeliveryFailed(f"{server.host}: {type(error).__name__}") from None
    except OSError as error:
        raise DeliveryFailed(f"{server.host} could not be reached: {safe.plain(str(error))}") from None
    return tuple(sorted(refused))


def _connected(server: Smtp, context: ssl.SSLContext) -> smtplib.SMTP:
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=_SECONDS, context=context)
    return smtplib.SMTP(server.host, server.port, timeout=_SECONDS)


def _domain(sender: str) -> str:
    domain = parseaddr(sender)[1].rpartition("@")[2]
    return domain if domain and domain.isascii() else "localhost"
