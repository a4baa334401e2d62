import pytest

from coaching.follow_up.vehicles import model_of, said_in_full


@pytest.mark.parametrize(
    ("vehicle", "model"),
    [
        ("2025 Honda CR-V Hybrid Sport-L", "CR-V"),
        ("2024 Ford F-150 XLT SuperCrew", "F-150"),
        ("2021 Audi Q5 Premium Plus (used, stock P4471)", "Q5"),
        ("Toyota RAV4", "RAV4"),
        ("Pilot", "Pilot"),
        ("2026 Slate Truck", "Slate Truck"),
        ("", ""),
    ],
)
def test_a_vehicle_is_called_by_its_model(vehicle: str, model: str) -> None:
    assert model_of(vehicle) == model


def test_what_stands_in_brackets_is_not_said() -> None:
    assert said_in_full("2016 Honda Fit LX (used)") == "2016 Honda Fit LX"
