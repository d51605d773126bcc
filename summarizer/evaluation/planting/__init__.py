"""How each kind of error is planted. Written without the code of the checks, so that the two cannot share a blind spot."""
