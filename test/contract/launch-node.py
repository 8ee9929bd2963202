"""Runs one ClickHouse server on loopback out of the embedded engine's own library. Used by cluster.ts alone.

The engine's `clickhouse local` can listen, and wants the main stack of a process, which Node cannot give it.
In: the library, the data folder, the config file.
"""

import ctypes
import sys

library, path, config = sys.argv[1:4]
arguments = [
    b"clickhouse",
    b"--path",
    path.encode(),
    b"--config-file",
    config.encode(),
    b"--query",
    b"SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP; SELECT sleepEachRow(1) FROM numbers(86400) "
    b"SETTINGS function_sleep_max_microseconds_per_block = 0, max_block_size = 1 FORMAT Null",
]
run = ctypes.CDLL(library).chdb_query_cmdline
run.argtypes = [ctypes.c_int, ctypes.POINTER(ctypes.c_char_p)]
run.restype = ctypes.c_void_p
run(len(arguments), (ctypes.c_char_p * len(arguments))(*arguments))
