"""Edits documents in LibreOffice, as an editor would: sessions as JSON on standard input, what each document says at its end
as JSON on standard output. A place is a bookmark and characters counted from its beginning."""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def value(name, val):
    made = PropertyValue()
    made.Name = name
    made.Value = val
    return made


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except Exception:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def cursor_at(document, place, start, end=None):
    """A cursor over characters of a bookmark's paragraph."""
    anchor = document.Bookmarks.getByName(place).Anchor
    cursor = anchor.Text.createTextCursorByRange(anchor.Start)
    cursor.goRight(start, False)
    if end is not None:
        cursor.goRight(end - start, True)
    return cursor


def change_table(document, kind, place, texts):
    """Puts a row or column behind the one that a bookmark stands in, or takes that one out."""
    anchor = document.Bookmarks.getByName(place).Anchor
    table = anchor.TextTable
    name = anchor.Cell.CellName
    column, row = ord(name[0]) - ord("A"), int(name[1:]) - 1
    by_row = kind.endswith("row")
    lines, at = (table.Rows, row) if by_row else (table.Columns, column)
    if kind.startswith("take"):
        lines.removeByIndex(at, 1)
        return
    lines.insertByIndex(at + 1, 1)
    for i, text in enumerate(texts):
        cell = table.getCellByPosition(i, at + 1) if by_row else table.getCellByPosition(at + 1, i)
        cell.setString(text)


def apply(document, edit):
    kind = edit["kind"]
    if kind == "note":
        note = document.Footnotes.getByIndex(edit["note"])
        cursor = note.createTextCursorByRange(note.Start)
        # The white space behind its number is the program's.
        text = note.getString()
        cursor.goRight(len(text) - len(text.lstrip()) + edit["from"], False)
        cursor.goRight(edit["to"] - edit["from"], True)
        cursor.setString(edit["text"])
        return
    place = edit["place"]
    if kind in ("row", "column", "take-row", "take-column"):
        change_table(document, kind, place, edit.get("texts", []))
    elif kind == "insert":
        cursor = cursor_at(document, place, edit["from"])
        cursor.Text.insertString(cursor, edit["text"], False)
    elif kind in ("delete", "replace"):
        cursor = cursor_at(document, place, edit["from"], edit["to"])
        cursor.setString(edit.get("text", ""))
    elif kind == "split":
        cursor = cursor_at(document, place, edit["from"])
        cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    elif kind == "join":
        anchor = document.Bookmarks.getByName(place).Anchor
        cursor = anchor.Text.createTextCursorByRange(anchor.End)
        cursor.gotoEndOfParagraph(False)
        cursor.goRight(1, True)
        cursor.setString("")
    elif kind == "paragraph":
        anchor = document.Bookmarks.getByName(place).Anchor
        cursor = anchor.Text.createTextCursorByRange(anchor.End)
        cursor.gotoEndOfParagraph(False)
        cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.Text.insertString(cursor, edit["text"], False)
    elif kind == "emphasise":
        cursor = cursor_at(document, place, edit["from"], edit["to"])
        cursor.CharPosture = uno.Enum("com.sun.star.awt.FontSlant", "ITALIC")
    elif kind == "comment":
        cursor = cursor_at(document, place, edit["from"], edit["to"])
        note = document.createInstance("com.sun.star.text.textfield.Annotation")
        note.Author = edit["author"]
        note.Content = edit["text"]
        cursor.Text.insertTextContent(cursor, note, True)
    else:
        raise ValueError(kind)


def words(paragraph):
    """What a paragraph says; a footnote's number is none of its words."""
    text = ""
    each = paragraph.createEnumeration()
    while each.hasMoreElements():
        portion = each.nextElement()
        if portion.TextPortionType in ("Text", "TextField"):
            text += portion.getString()
    return text


def paragraphs(document):
    found = []
    each = document.Text.createEnumeration()
    while each.hasMoreElements():
        element = each.nextElement()
        if element.supportsService("com.sun.star.text.Paragraph"):
            found.append(words(element))
    return found


def notes(document):
    found = document.Footnotes
    return [found.getByIndex(i).getString() for i in range(found.Count)]


def run(desktop, context, session):
    document = desktop.loadComponentFromURL("file://" + session["from"], "_blank", 0, (value("Hidden", True),))
    try:
        dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)

        def settle(command):
            dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:%sAllTrackedChanges" % command, "", 0, ())

        document.RecordChanges = session["record"]
        for edit in session["edits"]:
            apply(document, edit)
        document.RecordChanges = False
        if session.get("settle"):
            settle(session["settle"])
        document.storeToURL("file://" + session["to"], (value("FilterName", "MS Word 2007 XML"),))
        # What the document says once every change is accepted, by the word of the program itself.
        settle("Accept")
        return {"paragraphs": paragraphs(document), "notes": notes(document)}
    finally:
        document.close(True)


def main():
    job = json.load(sys.stdin)
    context = connect(job["pipe"])
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    try:
        for session in job["sessions"]:
            try:
                told = run(desktop, context, session)
            except Exception as error:
                told = {"error": "%s: %s" % (type(error).__name__, error)}
            print(json.dumps(told), flush=True)
    finally:
        try:
            desktop.terminate()
        except Exception:
            pass


main()
