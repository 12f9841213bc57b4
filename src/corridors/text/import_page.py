"""Strings of the page `import`: key -> (English, Spanish). The sources' own names are `import.source.<id>`."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "import.title": ("Bring in an official file", "Incorporar un archivo oficial"),
    "import.lede": (
        "Drop a file as its publisher gives it. You see what it is and what it would change; only then do you accept it.",
        "Suelte un archivo tal como lo da la fuente. Verá qué es y qué cambiaría; solo entonces lo acepta.",
    ),
    # Beside the work: what to know.
    "import.known": ("What can be brought in", "Qué se puede incorporar"),
    "import.known.note": (
        "A file is recognised by its content; its name does not matter.",
        "El archivo se reconoce por su contenido; su nombre no importa.",
    ),
    "import.safe": ("What happens to the file", "Qué pasa con el archivo"),
    "import.safe.stays": (
        "It stays on this server. It is read by a process of its own, with limits, and deleted afterwards.",
        "Se queda en este servidor. Lo lee un proceso aparte, con límites, y después se borra.",
    ),
    "import.safe.whole": (
        "It is taken in whole or not at all. The present edition is kept and can be put back.",
        "Se incorpora completo o no se incorpora. La edición actual se conserva y se puede volver a ella.",
    ),
    "import.safe.person": (
        "A file with names of people, serial numbers, addresses or dealers is refused.",
        "Se rechaza un archivo con nombres de personas, números de serie, domicilios o vendedores.",
    ),
    "import.command": ("On the command line", "En la línea de comandos"),
    "import.command.note": (
        "On the server, this does the same as the page. The first line only looks; the second takes the file in.",
        "En el servidor, esto hace lo mismo que la página. La primera línea solo revisa; la segunda incorpora el archivo.",
    ),
    "import.source.atf_sourced_recovered": (
        "ATF, firearms sourced and recovered, by state",
        "ATF, armas vendidas y recuperadas, por estado",
    ),
    "import.source.atf_traces": (
        "ATF, traces of guns recovered in Mexico (keyed tables)",
        "ATF, rastreos de armas recuperadas en México (tablas capturadas)",
    ),
    "import.source.atf_ffl": ("ATF, licensed dealers", "ATF, vendedores con licencia"),
    "import.source.etrace_records": ("Trace records", "Registros de rastreo"),
    "import.source.sesnsp": (
        "SESNSP, investigations and victims",
        "SESNSP, carpetas de investigación y víctimas",
    ),
    "import.source.inegi_cube": ("INEGI, homicide cube", "INEGI, cubo de defunciones por homicidio"),
    "import.source.inegi_deaths": ("INEGI, death records", "INEGI, registros de defunciones"),
    "import.source.conapo_state": ("CONAPO, population of states", "CONAPO, población de las entidades"),
    "import.source.conapo_municipal": (
        "CONAPO, population of municipalities",
        "CONAPO, población de los municipios",
    ),
    "import.source.fbi_nics": ("FBI, NICS background checks", "FBI, verificaciones de antecedentes NICS"),
    "import.source.census_population": (
        "Census Bureau, population of states",
        "Oficina del Censo, población de los estados",
    ),
    "import.source.bts_crossings": ("BTS, border crossings", "BTS, cruces fronterizos"),
    "import.source.cbp_seizures": (
        "CBP, seizures of weapons and ammunition",
        "CBP, aseguramientos de armas y municiones",
    ),
    "import.source.state_firearm_laws": (
        "State Firearm Laws, provisions by state and year",
        "State Firearm Laws, disposiciones por estado y año",
    ),
    "import.source.sre_districts": (
        "SRE, counties of each consular district",
        "SRE, condados de cada circunscripción consular",
    ),
    "import.source.cited_facts": ("Cited facts of law and events", "Hechos citados de derecho y sucesos"),
    # Who may.
    "import.closed": ("This page cannot bring files in here", "Esta página no puede incorporar archivos aquí"),
    "import.closed.why": (
        "The server can be reached from other computers and has no administrator’s token. Whoever runs it can set CORRIDORS_ADMIN_TOKEN, or use the command line.",
        "Al servidor se llega desde otras computadoras y no tiene clave de administración. Quien lo opera puede definir CORRIDORS_ADMIN_TOKEN o usar la línea de comandos.",
    ),
    "import.token": ("Administrator’s token", "Clave de administración"),
    "import.token.why": (
        "This server can be reached from other computers: bringing files in needs the token that its administrator set. The page forgets it when you leave.",
        "A este servidor se llega desde otras computadoras: para incorporar archivos hace falta la clave que definió su administrador. La página la olvida cuando usted sale.",
    ),
    "import.token.use": ("Use the token", "Usar la clave"),
    "import.token.wrong": ("That is not the token.", "Esa no es la clave."),
    # Choosing.
    "import.drop": ("Drop a file here", "Suelte aquí un archivo"),
    "import.choose": ("Choose a file", "Elegir un archivo"),
    "import.another": ("Choose another file", "Elegir otro archivo"),
    "import.limit": ("One file at a time, up to {size}.", "Un archivo a la vez, de hasta {size}."),
    "import.file": ("File: {name} ({size})", "Archivo: {name} ({size})"),
    "import.megabytes": ("{number} MB", "{number} MB"),
    "import.kilobytes": ("{number} kB", "{number} kB"),
    "import.extra": ("What the file does not say", "Lo que el archivo no dice"),
    "import.extra.note": (
        "Leave this empty unless a problem asks for it. Trace records always need the first three; they are kept with the edition.",
        "Déjelo vacío, salvo que un problema lo pida. Los registros de rastreo siempre necesitan los tres primeros, que se guardan con la edición.",
    ),
    "import.authority": ("On whose authority", "Con qué autorización"),
    "import.purpose": ("For what purpose", "Con qué fin"),
    "import.audience": ("Who may see it", "Quién puede verlo"),
    "import.year": ("Year", "Año"),
    "import.month": ("Month (YYYY-MM)", "Mes (AAAA-MM)"),
    "import.reference": ("The people are those of mid-year", "La población es la de mitad de año"),
    "import.again": ("Read it again", "Leerlo de nuevo"),
    # Under way.
    "import.uploading": ("Copying the file to the server", "Copiando el archivo al servidor"),
    "import.previewing": ("Reading and checking the file", "Leyendo y revisando el archivo"),
    "import.accepting": (
        "Taking the file in; please leave this page open",
        "Incorporando el archivo; deje abierta esta página",
    ),
    # Phases: those of the way to a preview, then those of taking a file in (the first word that the command says).
    "import.phase.receiving": ("Receiving", "Recepción"),
    "import.phase.checking": ("Checking what it is", "Identificación"),
    "import.phase.reading": ("Reading the rows", "Lectura de los renglones"),
    "import.phase.counting": ("Counting the records", "Conteo de los registros"),
    "import.phase.comparing": ("Comparing with the present data", "Comparación con los datos actuales"),
    "import.phase.facts": ("Writing the rows", "Escritura de los renglones"),
    "import.phase.table": ("Making the tables", "Elaboración de las tablas"),
    "import.phase.checks": ("Checking the whole", "Revisión del conjunto"),
    "import.phase.cube": ("Preparing the pages", "Preparación de las páginas"),
    "import.phase.to": ("Keeping it on the disk", "Escritura en el disco"),
    "import.amount": ("{done} of {of}", "{done} de {of}"),
    "import.cancel": ("Cancel", "Cancelar"),
    # The preview.
    "import.preview": ("What would change", "Qué cambiaría"),
    "import.recognised": ("Recognised by:", "Se reconoció por:"),
    "import.rows": ("rows in the file", "renglones en el archivo"),
    "import.added": ("added", "agregados"),
    "import.removed": ("removed", "retirados"),
    "import.restated": ("restated", "revisados"),
    "import.relabelled": ("with another citation", "con otra cita"),
    "import.totals": (
        "Totals of the file, and of the rows that it speaks for",
        "Totales del archivo y de los renglones a los que se refiere",
    ),
    "import.measure": ("Measure", "Medida"),
    "import.own": ("The file’s own total", "Total que da el archivo"),
    "import.now": ("In the data now", "En los datos de hoy"),
    "import.then": ("After accepting", "Después de aceptar"),
    "import.difference": ("Difference", "Diferencia"),
    "import.warnings": ("To know before accepting ({count})", "Para saber antes de aceptar ({count})"),
    "import.changes": ("The changes", "Los cambios"),
    "import.changes.some": ("The first {count} changes", "Los primeros {count} cambios"),
    "import.what": ("Change", "Cambio"),
    "import.change.added": ("added", "agregado"),
    "import.change.removed": ("removed", "retirado"),
    "import.change.restated": ("restated", "revisado"),
    "import.table": ("Table", "Tabla"),
    "import.key": ("Row", "Renglón"),
    "import.column": ("Column", "Columna"),
    "import.before": ("Before", "Antes"),
    "import.after": ("After", "Después"),
    "import.none": ("none", "nada"),
    "import.same": ("Nothing would change", "Nada cambiaría"),
    "import.same.why": (
        "The data in force already say all that is in this file. There is nothing to accept.",
        "Los datos vigentes ya dicen todo lo que hay en este archivo. No hay nada que aceptar.",
    ),
    "import.by": ("Your name, for the journal (required)", "Su nombre, para la bitácora (obligatorio)"),
    "import.by.why": (
        "Kept with the date, so that anybody can see who brought the file in.",
        "Se guarda con la fecha, para que se vea quién incorporó el archivo.",
    ),
    "import.accept": ("Accept", "Aceptar"),
    # How it ended.
    "import.accepted": ("Taken in as edition {number}", "Incorporado como edición {number}"),
    "import.accepted.why": (
        "Every page shows it now. The edition before is kept.",
        "Ya se ve en todas las páginas. La edición anterior se conserva.",
    ),
    "import.changed": ("See what changed", "Ver qué cambió"),
    "import.refused": ("This file was not taken in", "Este archivo no se incorporó"),
    "import.refused.some": (
        "{file} — problems found: {count}. Nothing was changed.",
        "{file} — problemas encontrados: {count}. No se cambió nada.",
    ),
    "import.refused.more": ("{count} more are not listed.", "Hay {count} más que no se listan."),
    "import.refused.said": ("The command said (in English): {said}", "El programa respondió (en inglés): {said}"),
    "import.problems": ("Problems", "Problemas"),
    "import.sheet": ("Sheet", "Hoja"),
    "import.row": ("Row", "Renglón"),
    "import.found": ("Found", "Se encontró"),
    "import.expected": ("Expected", "Se esperaba"),
    "import.todo": ("What to do", "Qué hacer"),
    "import.failed": ("The file could not be read", "No se pudo leer el archivo"),
    "import.failed.time": (
        "It took longer than this server allows. The command line has no such limit.",
        "Tardó más de lo que permite este servidor. La línea de comandos no tiene ese límite.",
    ),
    "import.failed.memory": (
        "It needs more memory than this server allows one file. The command line has no such limit.",
        "Necesita más memoria de la que este servidor permite a un archivo. La línea de comandos no tiene ese límite.",
    ),
    "import.failed.limit": (
        "The process that read it was ended. Nothing was changed.",
        "El proceso que lo leía terminó antes de tiempo. No se cambió nada.",
    ),
    "import.failed.broken": (
        "The process that read it ended without an answer. Nothing was changed; the server’s log says more.",
        "El proceso que lo leía terminó sin respuesta. No se cambió nada; la bitácora del servidor dice más.",
    ),
    "import.error.busy": (
        "Another file is being read or taken in at this moment. Try again shortly.",
        "En este momento se está leyendo o incorporando otro archivo. Intente de nuevo en un momento.",
    ),
    "import.error.gone": (
        "This preview is no longer kept. Choose the file again.",
        "Esta vista previa ya no se conserva. Elija de nuevo el archivo.",
    ),
    "import.error.outdated": (
        "Another import was accepted since this preview. Choose the file again, to see what it would change now.",
        "Después de esta vista previa se aceptó otro archivo. Elija de nuevo el suyo, para ver qué cambiaría ahora.",
    ),
    "import.error.large": ("The file is larger than {size}.", "El archivo pesa más de {size}."),
    "import.error.empty": ("The file is empty.", "El archivo está vacío."),
    "import.error.many": ("Bring in one file at a time.", "Incorpore un archivo a la vez."),
    "import.error.disk": (
        "The server cannot write the file: its disk is full, or its state folder cannot be written.",
        "El servidor no puede escribir el archivo: el disco está lleno o no se puede escribir en su carpeta de estado.",
    ),
    "import.error.options": (
        "One of the fields holds something that cannot be used: a year has four digits, a month is written YYYY-MM.",
        "Uno de los campos tiene algo que no se puede usar: el año lleva cuatro cifras y el mes se escribe AAAA-MM.",
    ),
    "import.error.by": ("Say who accepts.", "Escriba quién acepta."),
    "import.error.lost": (
        "The server did not answer, or refused. Nothing was changed; reload the page and try again.",
        "El servidor no respondió o se negó. No se cambió nada; recargue la página e intente de nuevo.",
    ),
}
