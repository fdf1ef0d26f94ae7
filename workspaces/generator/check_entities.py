"""Checks a plugin's entities.yaml: names unique within an entity and its parents, references known, pipelines' columns there.

Usage: python check_entities.py [entities.yaml]
Exit code 1 and one line per fault where something is wrong.
"""

import re
import sys
import unicodedata
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
DEFAULT = HERE.parent.parent / "Plugins" / "District" / "entities.yaml"

TYPES = re.compile(
    r"text|integer|decimal\(\d+,\d+\)|real|percent(\(\d+\))?|boolean|date|time|choice|file"
    r"|period(\((year|term|month|school_year)\))?|ref\([a-z_]+\)"
)
FIELD_KEYS = {
    "id", "label", "english", "aliases", "former", "type", "choices", "required", "unique",
    "min", "max", "pattern", "default", "many", "sensitive", "restricted", "meaning",
}
ENTITY_KEYS = {
    "id", "label", "english", "aliases", "former", "meaning", "extends", "kind", "key", "order",
    "name", "match", "year_split", "fields", "computed",
}
RESERVED = set(
    "and or not in is between contains starts ends matches true false null "
    "且 或 非 属于 不属于 介于 不介于 包含 不包含 开头是 结尾是 匹配 为空 不为空 "
    "等于 不等于 大于 大于等于 小于 小于等于 是 否 空".split()
)


class UniqueLoader(yaml.SafeLoader):
    """Refuses a key that stands twice in one mapping."""

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise ValueError(f"line {key.start_mark.line + 1}: key {key.value} stands twice")
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def fold(text):
    """The form in which two names are the same: full-width twins, NFC, lower case, no blanks."""
    twins = "".join(chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else c for c in text)
    return "".join(unicodedata.normalize("NFC", twins).lower().split())


def names(thing):
    return [thing["id"], thing["label"], *thing.get("aliases", []), *thing.get("former", [])]


def lineage(entities, identifier):
    while identifier:
        yield entities[identifier]
        identifier = entities[identifier].get("extends")


def columns(entity):
    for field in entity["fields"]:
        yield field
    for block in entity.get("computed", []):
        yield from block["columns"]


def unique(faults, where, things):
    seen = {}
    for thing in things:
        for name in names(thing):
            owner = seen.setdefault(fold(name), thing["id"])
            if owner != thing["id"]:
                faults.append(f"{where}: '{name}' names both {owner} and {thing['id']}")
        folded = [fold(n) for n in names(thing)]
        for name in {n for n in folded if folded.count(n) > 1}:
            faults.append(f"{where}.{thing['id']}: '{name}' stands twice")


def check_field(faults, entities, where, field):
    for key in set(field) - FIELD_KEYS:
        faults.append(f"{where}: unknown key {key}")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", field["id"]):
        faults.append(f"{where}: the id is not snake_case")
    for name in names(field):
        if fold(name) in RESERVED:
            faults.append(f"{where}: '{name}' is reserved in the language")
    kind = str(field["type"])
    if not TYPES.fullmatch(kind):
        faults.append(f"{where}: unknown type {kind}")
    target = re.fullmatch(r"ref\((\w+)\)", kind)
    if target and target[1] not in entities:
        faults.append(f"{where}: refers to {target[1]}, which is no entity")
    if (kind == "choice") != ("choices" in field):
        faults.append(f"{where}: choices and the type choice belong together")
    seen = {}
    values = [c if isinstance(c, dict) else {"value": c} for c in field.get("choices", [])]
    for choice in values:
        for name in [choice["value"], *choice.get("aliases", [])]:
            owner = seen.setdefault(fold(str(name)), choice["value"])
            if owner != choice["value"]:
                faults.append(f"{where}: '{name}' means both {owner} and {choice['value']}")
    if kind == "choice" and "default" in field and field["default"] not in [c["value"] for c in values]:
        faults.append(f"{where}: the default is no choice")
    if "pattern" in field:
        re.compile(field["pattern"])


def check(path):
    document = yaml.load(path.read_text(encoding="utf-8"), UniqueLoader)
    faults = []
    entities = {e["id"]: e for e in document["entities"]}
    unique(faults, "entities", document["entities"])
    for identifier, entity in entities.items():
        for key in set(entity) - ENTITY_KEYS:
            faults.append(f"{identifier}: unknown key {key}")
        if entity.get("extends") and entity["extends"] not in entities:
            faults.append(f"{identifier}: extends an unknown entity")
            continue
        family = [c for e in lineage(entities, identifier) for c in columns(e)]
        known = {c["id"] for c in family}
        unique(faults, identifier, family)
        for field in entity["fields"]:
            check_field(faults, entities, f"{identifier}.{field['id']}", field)
        top = list(lineage(entities, identifier))[-1]
        for role in ("key", "order", "match"):
            for name in top.get(role, []):
                if name not in known:
                    faults.append(f"{identifier}: {role} names {name}, which is no field")
        if "name" in top and top["name"] not in known:
            faults.append(f"{identifier}: name is {top['name']}, which is no field")
        split = entity.get("year_split")
        if split:
            target = {f["id"] for f in entities[split["into"]]["fields"]}
            for name in [*split["key"], *split["columns"]]:
                if name not in target:
                    faults.append(f"{identifier}: year_split names {name}, which {split['into']} lacks")
            for name in split["columns"]:
                if name not in known:
                    faults.append(f"{identifier}: year_split column {name} has no computed column of that id")
        for block in entity.get("computed", []):
            for column in block["columns"]:
                if not re.search(rf"\b{column['id']} = ", block["pipeline"]):
                    faults.append(f"{identifier}: computed {column['id']} is not made by its pipeline")
    return entities, faults


def main():
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    entities, faults = check(path)
    for fault in faults:
        print(fault)
    fields = sum(len(e["fields"]) for e in entities.values())
    aliases = sum(len(c.get("aliases", [])) for e in entities.values() for c in columns(e))
    print(f"{len(entities)} entities, {fields} fields, {aliases} headings, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
