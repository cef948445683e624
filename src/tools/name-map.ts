/**
 * Holds the name map to the real modules of a Python: every public name of a module, and of each
 * class whose members the map lists every public member, is there, and no other.
 */
import type { MappedModule, MappedName } from '../catalogue/name-map.ts';
import { askPython } from './python-names.ts';
import type { Runtime } from './verify/runtimes.ts';

/**
 * Public is what `__all__` says, or, where a module has none, what has no underscore and is no
 * module itself. A factory's members are those of what it makes.
 */
const SCRIPT = `
import importlib, json, sys, types, warnings
warnings.simplefilter("ignore")

REAL = {
    "threading.Lock": lambda: type(importlib.import_module("threading").Lock()),
    "threading.RLock": lambda: type(importlib.import_module("threading").RLock()),
    "multiprocessing.Pool": lambda: importlib.import_module("multiprocessing.pool").Pool,
}
for kind in ("Queue", "SimpleQueue", "JoinableQueue"):
    REAL["multiprocessing." + kind] = lambda kind=kind: getattr(importlib.import_module("multiprocessing.queues"), kind)

# Methods that an instance takes over from another object.
INSTANCES = {"threading.Condition", "asyncio.Condition"}

def public_members(cls):
    base = dir(Exception) if isinstance(cls, type) and issubclass(cls, BaseException) else dir(object)
    return {m for m in dir(cls) if not m.startswith("_") and m not in base}

def members(module, name):
    whole = module.__name__ + "." + name
    cls = REAL.get(whole, lambda: getattr(module, name, None))()
    if cls is None:
        return set(), set()
    found = public_members(cls)
    inherited = set()
    for base in getattr(cls, "__mro__", (cls,))[1:]:
        if not base.__name__.startswith("_") and base is not object:
            inherited |= public_members(base)
    extra = set(dir(cls())) if whole in INSTANCES else set()
    return found - inherited, found | extra

answer = {}
for name, (classes, mapped) in json.load(sys.stdin).items():
    module = importlib.import_module(name)
    public = getattr(module, "__all__", None) or [
        n for n in dir(module) if not isinstance(getattr(module, n), types.ModuleType)
    ]
    names = {n for n in public if not n.startswith("_")}
    # TaskGroup is public in 3.11 and documented, but was forgotten in __all__ there.
    if name == "asyncio":
        names.add("TaskGroup")
    # A name on its way out may be gone from __all__ and still be there.
    needed, allowed = set(names), names | {n for n in mapped if hasattr(module, n)}
    for c in classes:
        own, every = members(module, c)
        needed |= {c + "." + m for m in own}
        allowed |= {c + "." + m for m in every}
    answer[name] = {"needed": sorted(needed), "allowed": sorted(allowed)}
print(json.dumps(answer))
`;

/** Attributes that are public by their spelling only, and that no documentation mentions. */
const undocumented = /^(Lock|RLock)\.(acquire_lock|release_lock|locked_lock)$|^Pool\.Process$/;

interface Answer {
  /** What the map has to list. */
  needed: string[];
  /** With what a class inherits from another public one, which need not be said twice. */
  allowed: string[];
}

/**
 * @returns one sentence for each name that the map misses, invents or gives a wrong version
 */
export async function nameMapFaults(
  map: readonly MappedModule[],
  python: Runtime,
  signal: AbortSignal,
): Promise<string[]> {
  const asked = Object.fromEntries(
    map.map(({ module, names }) => [module, [classesOf(names), names.map(({ name }) => name)]]),
  );
  const answer = await askPython(python, SCRIPT, JSON.stringify(asked), signal);
  const real = JSON.parse(answer) as Record<string, Answer>;
  return map.flatMap(({ module, names }) => {
    const expected = names.filter((name) => isIn(name, python.minor ?? 0)).map(({ name }) => name);
    const { needed = [], allowed = [] } = real[module] ?? {};
    return [
      ...needed
        .filter((name) => !expected.includes(name) && !undocumented.test(name))
        .map(
          (name) =>
            `${module}.${name} is public in ${python.name} and not in the name map: add it to src/catalogue/names, or its since or until is wrong.`,
        ),
      ...expected
        .filter((name) => !allowed.includes(name))
        .map(
          (name) =>
            `${module}.${name} is in the name map and not public in ${python.name}: take it out of src/catalogue/names, or correct its since or until.`,
        ),
    ];
  });
}

function isIn({ since = 0, until = Number.POSITIVE_INFINITY }: MappedName, minor: number): boolean {
  return since <= minor && minor <= until;
}

function classesOf(names: readonly MappedName[]): string[] {
  const classes = names.flatMap(({ name }) =>
    name.includes('.') ? [name.split('.')[0] ?? ''] : [],
  );
  return [...new Set(classes)];
}
