"""Tax codes: written one way, blocked for their length, warned about for their check digit."""

from __future__ import annotations

import pytest

from desktop_crm.models.tax_code import check_tax_code


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("0100233488", "0100233488"),
        ("0100047516", "0100047516"),
        ("0314409058-002", "0314409058-002"),
        ("0314409058002", "0314409058-002"),
        (" 01.00.233.488 ", "0100233488"),
        ("0314 409 058 – 002", "0314409058-002"),
        ("MST: 0100233488", "0100233488"),
        ("'0100233488", "0100233488"),
        ("001095012345", "001095012345"),
        ("", ""),
    ],
)
def test_good_codes(text: str, normalized: str) -> None:
    assert check_tax_code(text) == (normalized, None, "")


def test_a_wrong_check_digit_only_warns() -> None:
    check = check_tax_code("0100233480")
    assert (check.normalized, check.severity) == ("0100233480", "warning")
    fault = check.fault("tax_code")
    assert fault is not None
    assert (fault.field, fault.warning) == ("tax_code", True)


@pytest.mark.parametrize(
    "text", ["12345", "01002334881", "0314409058-000", "0100A33488", "٠١٠٠٢٣٣٤٨٨", "03144090580021"]
)
def test_a_wrong_form_is_an_error(text: str) -> None:
    check = check_tax_code(text)
    assert check.severity == "error"
    fault = check.fault("tax_code")
    assert fault is not None
    assert not fault.warning


def test_zeros_lost_by_a_spreadsheet_come_back() -> None:
    assert check_tax_code("100233488", lost_zero=True).normalized == "0100233488"
    assert check_tax_code("314409058002", lost_zero=True).normalized == "0314409058-002"
    assert check_tax_code("01095012345", lost_zero=True).normalized == "001095012345"
    assert check_tax_code("100233488").severity == "error"


def test_a_good_code_has_no_fault() -> None:
    assert check_tax_code("0100233488").fault("tax_code") is None
