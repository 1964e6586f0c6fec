from __future__ import annotations

from statements.views.errors import server_error


def test_the_error_page_needs_neither_request_nor_database() -> None:
    response = server_error(None)  # type: ignore[arg-type]
    assert response.status_code == 500
    page = response.content.decode()
    assert "Something went wrong here" in page and "<style" not in page and "style=" not in page
