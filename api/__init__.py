"""The application: JSON API and pages over records and journal, and the outbox sender."""
