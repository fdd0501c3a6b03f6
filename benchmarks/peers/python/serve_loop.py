"""The measuring side of bench:peers, in Python: the protocol of src/peers/serve-loop.ts, and the numbers of workload.ts."""
import json
import resource
import sys
import time

import numpy as np


# Milliseconds, as in serve-loop.ts.
WARM_UP = 1500


def data(seed, shape, scale=1.0):
    i = np.arange(int(np.prod(shape)), dtype=np.int64)
    return (scale * (((i * i * 31 + i * 7919 + seed * 104729) % 10007) / 10007 - 0.5)).reshape(shape)


def classes(rows, count):
    y = np.zeros((rows, count))
    y[np.arange(rows), np.arange(rows) * 7 % count] = 1
    return y


def signs(seed, n):
    return np.where(data(seed, [n]) > 0, 1.0, -1.0)


def mean_of(step, ms):
    start = time.perf_counter()
    steps = 0
    while True:
        step()
        steps += 1
        passed = time.perf_counter() - start
        if passed * 1e3 >= ms:
            return passed * 1e6 / steps


def once(step):
    with open("/proc/self/statm") as statm:
        before = int(statm.read().split()[1]) * resource.getpagesize()
    start = time.perf_counter()
    check = float(step())
    us = (time.perf_counter() - start) * 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"us": us, "check": check, "bytes": peak - before}


def serve(workloads):
    """`workloads`: a function that makes the step, by name."""
    running = {}
    for line in sys.stdin:
        request = json.loads(line)
        name, ms = request["workload"], request["ms"]
        answer = {"us": None, "check": None}
        if name in workloads:
            try:
                if ms == 0:
                    print(json.dumps(once(workloads[name]())), flush=True)
                    continue
                if name not in running:
                    step = workloads[name]()
                    step()
                    step()
                    running[name] = (step, float(step()))
                    mean_of(step, WARM_UP)
                step, check = running[name]
                answer = {"us": mean_of(step, ms), "check": check}
            except Exception as error:
                answer["error"] = repr(error)
        print(json.dumps(answer), flush=True)
