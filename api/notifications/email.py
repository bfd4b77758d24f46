"""E-mail by the mail server of the office (SMTP)."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from api.notifications.channels import Message, NeverSent, NotSentYet
from settings import Settings

SECONDS = 10.0
PERMANENT = 500


class SmtpChannel:
    """One connection per message. The id of the message makes its Message-ID, so that a mail server
    or reader knows one that comes twice."""

    is_sending = True

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def send(self, message: Message) -> None:
        """Raises NotSentYet (no connection, answer 4xx), NeverSent (answer 5xx)."""
        try:
            with self._connection() as server:
                server.send_message(self._mail(message))
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            raise _failure(max(codes, default=PERMANENT)) from None
        except smtplib.SMTPResponseException as error:
            # A sign-in that is refused is for the office to mend; the message can wait for it.
            if isinstance(error, smtplib.SMTPAuthenticationError):
                raise NotSentYet("smtp sign-in refused") from None
            raise _failure(error.smtp_code) from None
        except (smtplib.SMTPException, OSError) as error:
            raise NotSentYet(type(error).__name__) from None

    def _mail(self, message: Message) -> EmailMessage:
        mail = EmailMessage()
        mail["From"], mail["To"] = self._settings.smtp_from, message.to
        mail["Subject"] = message.subject
        mail["Message-ID"] = f"<{message.id}@xinfang>"
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(message.text)
        return mail

    @contextmanager
    def _connection(self) -> Iterator[smtplib.SMTP]:
        to = self._settings
        if to.smtp_security == "tls":
            context = ssl.create_default_context()
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                to.smtp_host, to.smtp_port, timeout=SECONDS, context=context
            )
        else:
            server = smtplib.SMTP(to.smtp_host, to.smtp_port, timeout=SECONDS)
        with server:
            if to.smtp_security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if to.smtp_user and to.smtp_password:
                server.login(to.smtp_user, to.smtp_password.get_secret_value())
            yield server


def _failure(code: int) -> NotSentYet:
    # The server's own words may hold the address: only the code is kept.
    return NeverSent(f"smtp {code}") if code >= PERMANENT else NotSentYet(f"smtp {code}")
