"""The parent of a command in a pseudo-terminal: plays its shell.

    python keeper.py SLAVE REPORT HOLD COMMAND [ARGUMENT ...]

SLAVE, REPORT and HOLD are file descriptors: the terminal, a pipe to write one JSON line at the
start and one at the end to, and a pipe whose closing ends the keeper. It leads the session and
outlives the command: so the kernel does not reset the terminal when the command ends, and the
settings that the command left can be looked at.
"""

import fcntl
import json
import os
import signal
import sys
import termios
import time


def main() -> None:
    slave, report, hold = (int(word) for word in sys.argv[1:4])
    command = sys.argv[4:]
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        _become(command, slave)
    signal.signal(signal.SIGHUP, lambda *_: os.killpg(pid, signal.SIGHUP))
    _say(report, pid=pid, begun=begun)
    _, status, usage = os.wait4(pid, 0)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    _say(
        report,
        ended=time.monotonic(),
        status=os.waitstatus_to_exitcode(status),
        cpu=usage.ru_utime + usage.ru_stime,
        memory=usage.ru_maxrss,
    )
    os.read(hold, 1)


def _become(command: list[str], slave: int) -> None:
    try:
        os.setpgid(0, 0)
        os.tcsetpgrp(slave, os.getpid())
        for descriptor in (0, 1, 2):
            os.dup2(slave, descriptor)
        os.closerange(3, 256)
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.execvp(command[0], command)
    except OSError as error:
        os.write(2, f"{command[0]}: {error}\n".encode())
    finally:
        os._exit(127)


def _say(report: int, **facts: float) -> None:
    os.write(report, json.dumps(facts).encode() + b"\n")


if __name__ == "__main__":
    main()
