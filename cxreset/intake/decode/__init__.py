"""What a file is, and its bytes as text or as an unpacked workbook."""
