"""All settings of Xinfang: one class, read from XINFANG_* variables and xinfang.toml.

Order: environment variable, then `xinfang.toml` in the working directory, then the default.
Secrets have no default; `./start` makes them once per data directory (stack/secrets.py).
"""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

ROOT = Path(__file__).resolve().parent
DEMO_PASSWORD = "xinfang-demo"  # noqa: S105 - printed at start and in the README, demo only


class Settings(BaseSettings):
    """Every field is described here; docs/settings.md is generated from these descriptions."""

    model_config = SettingsConfigDict(
        env_prefix="XINFANG_", toml_file="xinfang.toml", extra="ignore", frozen=True
    )

    data_dir: Path = Field(
        ROOT / ".data", description="Where databases, engine data, logs and secrets are kept."
    )
    cache_dir: Path = Field(
        Path.home() / ".cache" / "xinfang",
        description="Where the downloaded engine is unpacked; shared by all data directories.",
    )
    database_url: str | None = Field(
        None,
        description="PostgreSQL address (postgresql+psycopg://...). "
        "Empty: SQLite files in the data directory.",
    )
    demo: bool = Field(False, description="Demo accounts, demo units and a movable clock.")
    language: Literal["zh", "en"] = Field("zh", description="Language of pages by default.")
    public_address: str = Field(
        "",
        description="Address under which petitioners reach the pages (https://...), for the QR "
        "code of the receipt. Empty: no QR code is printed.",
    )
    max_body_bytes: int = Field(
        2 * 1024 * 1024, description="Largest request body the API reads, in bytes."
    )
    attachment_max_bytes: int = Field(
        20 * 1024 * 1024, ge=1, description="Largest file that is taken as an attachment, in bytes."
    )
    attachment_kinds: str = Field(
        "pdf ofd jpeg png gif webp tiff heic docx xlsx pptx ole text mp3 wav amr mp4",
        description="Kinds of files taken as attachments, by their content: codes of "
        "records/case_file/kinds.py, with blanks between (ole: .doc, .xls, .ppt, .wps of old).",
    )
    virus_scanner: str = Field(
        "",
        description="Address (host:port) of clamd, which looks at each attachment before it is "
        "kept. Empty: nothing is scanned, and the case page says so.",
    )
    urgent_phone_hours: int = Field(
        1,
        ge=1,
        description="Hours until a grave or urgent matter is reported by telephone. Ours: article "
        "25 of the regulation says in time, without a figure.",
    )
    urgent_written_hours: int = Field(
        2, ge=1, description="Hours until it is reported in writing. Ours likewise."
    )
    smtp_host: str = Field(
        "", description="Mail server that messages to caseworkers are handed to. Empty: no e-mail."
    )
    smtp_port: int = Field(587, description="Port of the mail server.")
    smtp_security: Literal["starttls", "tls", "none"] = Field(
        "starttls", description="How the connection to the mail server is protected."
    )
    smtp_user: str = Field("", description="User name at the mail server. Empty: no sign-in there.")
    smtp_password: SecretStr | None = Field(
        None, description="Password at the mail server (secret)."
    )
    smtp_from: str = Field(
        "", description="Sender's address of e-mails. Empty: no e-mail, mail server or not."
    )
    staff_address: str = Field(
        "",
        description="Address under which caseworkers reach the pages (https://...), for the link "
        "in messages. Empty: messages carry no link.",
    )
    daily_list_hour: int = Field(
        8, ge=0, le=23, description="Hour of working days from which the list of the day is sent."
    )
    daily_list_days: int = Field(
        3, ge=0, description="The list of the day names what is due within so many days."
    )
    session_hours: int = Field(12, description="How long a sign-in lasts, in hours.")
    oidc_issuer: str = Field(
        "",
        description="Issuer of an OpenID Connect identity provider (https://...), under which its "
        "`/.well-known/openid-configuration` is found. Empty: people sign in with passwords only.",
    )
    oidc_client_id: str = Field("", description="Client id that the provider gave this office.")
    oidc_client_secret: SecretStr | None = Field(
        None, description="Client secret of the provider (secret)."
    )
    oidc_name: str = Field(
        "", description="Name of the provider on the sign-in page. Empty: a general one."
    )
    oidc_redirect_uri: str = Field(
        "",
        description="Where the provider sends people back, as registered there "
        "(https://.../sign-in/provider/return). Empty: taken from the address of the request.",
    )

    engine_version: Literal["8.6.0", "8.5.8"] = Field(
        "8.6.0", description="Which Zeebe is installed and started."
    )
    engine_controlled_clock: bool = Field(
        False, description="Start the engine with a movable clock (demo and tests only)."
    )
    engine_min_free_mb: int = Field(
        1024, description="Refuse to start the engine with less free disk space than this (MB)."
    )
    zeebe_rest: str | None = Field(
        None, description="REST address of an existing Zeebe; then none is installed or started."
    )
    zeebe_grpc: str | None = Field(None, description="gRPC address (host:port) of that Zeebe.")
    zeebe_management: str | None = Field(
        None, description="Management address (health, clock) of that Zeebe."
    )

    api_host: str = Field("127.0.0.1", description="Address the pages and the API listen on.")
    api_port: int = Field(0, description="Port of the pages and the API; 0 picks a free one.")
    journal_host: str = Field(
        "127.0.0.1", description="Address the journal receiver listens on for the exporter."
    )
    journal_port: int = Field(0, description="Port of the journal receiver; 0 picks a free one.")
    journal_user: str = Field("zeebe", description="User name the exporter signs in with.")
    journal_password: SecretStr | None = Field(
        None, description="Password the exporter signs in with (secret)."
    )
    journal_bulk_size: int = Field(
        20, description="Records per export batch: 20 suits an office, 200 suits bulk work."
    )
    worker_threads: int = Field(4, description="Jobs worked on at the same time per process.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="Least severe log lines written."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then environment, then xinfang.toml."""
        return (init_settings, env_settings, TomlConfigSettingsSource(settings_cls))
