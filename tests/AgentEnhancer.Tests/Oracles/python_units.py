"""Prints what Python's own parser says about classes and functions: the truth that our reader is held against.

With arguments: those files. Without: sixty modules of the standard library of the interpreter that runs this.
One line a unit: path, TAB, first line (decorators included), TAB, last line, TAB, name.
"""
import ast
import os
import sys
import sysconfig
import warnings

MODULES = """
abc argparse ast asyncio/base_events asyncio/tasks base64 bdb calendar cmd code codecs collections/__init__ concurrent/futures/thread
configparser contextlib copy csv dataclasses datetime decimal difflib doctest email/message email/header enum fractions ftplib functools
getopt glob gzip heapq html/parser http/client http/server imaplib importlib/_bootstrap inspect ipaddress json/decoder json/encoder
logging/__init__ logging/handlers lzma mailbox mimetypes multiprocessing/pool numbers optparse os pathlib pickle platform plistlib pprint
queue random re/_parser selectors shutil smtplib socket sqlite3/dump ssl statistics string subprocess tarfile tempfile textwrap threading
tokenize traceback types typing unittest/mock unittest/case urllib/parse urllib/request uuid weakref zipfile _pydecimal
""".split()


def files():
    if len(sys.argv) > 1:
        return sys.argv[1:]
    root = sysconfig.get_paths()["stdlib"]
    paths = [os.path.join(root, *module.split("/")) + ".py" for module in MODULES]
    return [path for path in paths if os.path.isfile(path)]


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    warnings.simplefilter("ignore")
    for path in files():
        with open(path, "rb") as source:
            tree = ast.parse(source.read())
        print(f"{path}\t0\t0\t")
        for node in ast.walk(tree):
            if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
                print(f"{path}\t{first}\t{node.end_lineno}\t{node.name}")


main()
