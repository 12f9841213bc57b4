"""Weapons and ammunition seized by CBP on their way out: key -> (English, Spanish)."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "fig.col.direction": ("Direction", "Sentido"),
    "fig.seizures.title": (
        "Seized by CBP on their way south, by office and fiscal year",
        "Asegurado por CBP rumbo al sur, por oficina y año fiscal",
    ),
    "fig.seizures.summary": (
        "In {year}, CBP’s file has {weapons} weapons and {ammunition} rounds of ammunition seized outbound at the southwest border. Seizures are not flows: they show where one looks as much as what passes.",
        "En {year}, el archivo de CBP tiene {weapons} armas y {ammunition} cartuchos asegurados de salida en la frontera suroeste. Los aseguramientos no son flujos: muestran tanto dónde se busca como lo que pasa.",
    ),
    "fig.seizures.summary_most": (
        "In {year}, CBP’s file has {weapons} weapons and {ammunition} rounds of ammunition seized outbound at the southwest border; most weapons at: {most} ({count}). Seizures are not flows: they show where one looks as much as what passes.",
        "En {year}, el archivo de CBP tiene {weapons} armas y {ammunition} cartuchos asegurados de salida en la frontera suroeste; más armas en: {most} ({count}). Los aseguramientos no son flujos: muestran tanto dónde se busca como lo que pasa.",
    ),
    "fig.seizures.base": (
        "outbound seizures at the southwest border in CBP’s file; {year}: {weapons} weapons, {ammunition} rounds",
        "aseguramientos de salida en la frontera suroeste en el archivo de CBP; {year}: {weapons} armas, {ammunition} cartuchos",
    ),
    "fig.seizures.caption": (
        "Seized outbound by field office or sector and fiscal year, from CBP’s file; below, figures quoted from releases and the press, of other areas, directions and months: not to be added.",
        "Asegurado de salida por oficina o sector y año fiscal, del archivo de CBP; abajo, cifras citadas de comunicados y de la prensa, de otras áreas, sentidos y meses: no deben sumarse.",
    ),
    "fig.seizures.year": ("FY{year}", "AF{year}"),
    "fig.seizures.part": ("FY{year} ({months} of 12 months)", "AF{year} ({months} de 12 meses)"),
    "fig.seizures.tick": ("FY{year}<br>{months} mo.", "AF{year}<br>{months} m."),
    "fig.seizures.all": ("All offices and sectors", "Todas las oficinas y sectores"),
    "fig.seizures.others": ("The other ones", "Las demás"),
    "fig.seizures.weapons": ("Weapons", "Armas"),
    "fig.seizures.ammunition": ("Rounds of ammunition", "Cartuchos"),
    "fig.seizures.unit_weapons": ("weapons", "armas"),
    "fig.seizures.unit_ammunition": ("rounds", "cartuchos"),
    "fig.seizures.of_weapons": ("weapons", "armas"),
    "fig.seizures.of_firearms": ("firearms", "armas de fuego"),
    "fig.seizures.of_ammunition": ("ammunition, rounds", "municiones, cartuchos"),
    "fig.seizures.file": ("CBP’s file", "archivo de CBP"),
    "fig.seizures.release": ("release of CBP", "comunicado de CBP"),
    "fig.seizures.press": ("quoted in the press", "citado en la prensa"),
    "fig.seizures.way.southbound": ("outbound", "de salida"),
    "fig.seizures.way.both": ("both ways", "ambos sentidos"),
    "fig.seizures.way.ports": ("between ports", "entre puertos"),
    "fig.seizures.way.unknown": ("not stated", "no se indica"),
    "fig.seizures.note_flows": (
        "Seizures are not flows. They depend on how many inspections there are and where; a place with few may have few because little is searched.",
        "Los aseguramientos no son flujos. Dependen de cuántas revisiones hay y dónde; un lugar con pocos puede tener pocos porque se revisa poco.",
    ),
    "fig.seizures.note_empty": (
        "Sums of CBP’s rows by the fiscal year that begins in October of the year before. An empty cell: the file has no row; the picture has the last four fiscal years, the table every one.",
        "Sumas de los renglones de CBP por año fiscal, que empieza en octubre del año anterior. Una celda vacía: el archivo no tiene renglón; la gráfica tiene los últimos cuatro años fiscales y la tabla, todos.",
    ),
    "fig.seizures.note_press": (
        "{count} figures from releases and the press stand beside the file in the table and are not joined with it; their periods and areas are as printed (FY is the US fiscal year).",
        "{count} cifras de comunicados y de la prensa están junto al archivo en la tabla y no se unen con él; sus periodos y áreas van como se imprimieron (FY es el año fiscal de EE. UU.).",
    ),
}
