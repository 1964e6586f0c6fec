"""Tests of the extraction layer; no database."""

import pytest

pytest.register_assert_rewrite("tests.extraction.expecting")
