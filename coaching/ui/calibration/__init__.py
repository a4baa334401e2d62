"""The screens of calibration rounds."""
