"""Does a message bring the customer anything that an earlier one did not: reasons and facts compared, not only strings."""
