"""The words a leader may use for a command, a place or a thing to share, for the palette."""

from __future__ import annotations

SYNONYMS = {
    "Import": "upload load bring in file csv excel feedback survey data",
    "By hand": "write comment type call overheard capture",
    "What recurs": "themes topics suggestions patterns clusters",
    "Today": "home start dashboard next",
    "Actions": "tasks todo to-do register owners deadlines who does what",
    "Practices": "habits exercises check-up",
    "Journal": "diary notes wins log reflections",
    "Share": "export write file send print pdf word excel plan report",
    "Help": "manual keys shortcuts how what",
    "Undo": "back revert take back mistake",
    "Redo": "again forward",
    "Undo list": "history changes log earlier versions what did i do",
    "Templates": "texts letters e-mail mail messages invitation",
    "Pause": "holiday vacation stop break ill away",
    "Catch up": "late behind shift squeeze reschedule pace",
    "Metrics": "figures kpi numbers nps csat scoreboard",
    "Guidance": "why how example explain instructions",
    "Small win": "success good news",
    "Tick": "done complete finish check off",
    "Take back": "colleagues changes returned register import actions",
    "Roadmap": "now next later plan quarter",
    "Quit": "exit close leave stop",
    "In a terminal: cxreset backup": "save copy safe security",
    "In a terminal: cxreset restore": "bring back old backup recover",
    "In a terminal: cxreset doctor": "repair broken check file whole",
    "In a terminal: cxreset export": "write file script automate",
    "In a terminal: cxreset import": "script automate load",
    "In a terminal: cxreset status": "progress how far json",
    "Share: The action plan": "export pdf word html report whole",
    "Share: Owner slips": "handout colleague assignment e-mail",
    "Share: The meeting pack": "agenda minutes slides kick-off invitation",
    "Share: The pilot on one page": "trial experiment test",
    "Share: The story of the thirty days": "results summary presentation closing",
    "Share: The procedure": "standard sop instructions routine",
    "Share: The actions": "excel csv jira asana trello planner linear github azure tracker",
    "Share: The dates": "calendar outlook google ics appointments",
    "Share: The whole workbook": "json archive backup everything",
}
"""Name as the palette shows it -> other words for it."""

VERBS = {
    "import": "Bring feedback files into the workbook.",
    "export": "Write the plan, or something else, to a file.",
    "backup": "Make a backup of the workbook now.",
    "restore": "List the backups, or put one back; what was there is kept.",
    "doctor": "Say whether the workbook is whole, and safe where it lies.",
    "status": "Say how far the reset has come.",
    "themes": "Say what recurs in the comments, with proof.",
    "demo": "Open a filled sample, apart from your workbook.",
}
"""What the program does from the command line: verb -> a sentence."""
