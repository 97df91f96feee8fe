"""The program's icons: strokes on a 24 × 24 grid."""

ICONS = {
    "brand": '<path d="M6 19v-5M12 19V10M18 19V5" stroke-width="3.5"/>',
    "scorecard": '<path d="M4 20h16M7 16v-4M12 16V7M17 16v-6"/>',
    "plan": '<path d="M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7"/>',
    "work": '<path d="M4 6l1.5 1.5L8 5M4 12l1.5 1.5L8 11M4 18l1.5 1.5L8 17M12 6.5h8M12 12.5h8M12 18.5h8"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h2M14 14h2"/>',
    "more": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "results": '<path d="M8 21h8M12 17v4M7 4h10v5a5 5 0 0 1-10 0zM7 6H4c0 3 1 4.5 3 5M17 6h3c0 3-1 4.5-3 5"/>',
    "position": '<path d="M8 3v18M16 3v18M8 7h8M8 12h8M8 17h8"/>',
    "road": '<path d="M5 20h5a4 4 0 0 0 0-8H9a4 4 0 0 1 0-8h6M12 1l3 3-3 3M19 20h.01"/>',
    "catalogue": '<path d="M4 5h6a2 2 0 0 1 2 2v12a2 2 0 0 0-2-2H4zM20 5h-6a2 2 0 0 0-2 2v12a2 2 0 0 1 2-2h6z"/>',
    "units": '<path d="M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 20c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5M16 5.5a3 3 0 0 1 0 5.5M18 15c2 .7 3 2.4 3 5"/>',
    "import": '<path d="M12 4v11M8 11l4 4 4-4M4 16v4h16v-4"/>',
    "audit": '<path d="M12 7v5l3 2M12 21a9 9 0 1 0-9-9M3 5v4h4"/>',
}
