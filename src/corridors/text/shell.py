"""Strings of the area `shell`: key -> (English, Spanish). Header, footer, tour, keys, states, errors."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "shell.product": ("Corridors", "Corredores"),
    "shell.claim": (
        "Firearms from the United States to Mexico: what is published, honestly drawn",
        "Armas de fuego de Estados Unidos a México: lo publicado, dibujado con honestidad",
    ),
    "shell.skip": ("Skip to the content", "Ir al contenido"),
    "shell.nav": ("Pages", "Páginas"),
    "shell.nav./": ("Home", "Inicio"),
    "shell.nav./evidence": ("Evidence", "Evidencia"),
    "shell.nav./corridors": ("Corridors", "Corredores"),
    "shell.nav./district": ("My district", "Mi circunscripción"),
    "shell.nav./messages": ("Messages", "Mensajes"),
    "shell.nav./present": ("Present", "Presentar"),
    "shell.nav./sources": ("Sources", "Fuentes"),
    "shell.nav./verify": ("Verify", "Verificar"),
    "shell.nav./import": ("Import", "Importar"),
    "shell.nav./rehearse": ("Rehearsal", "Ensayo"),
    "shell.nav./stories": ("Your stories", "Sus historias"),
    "shell.nav./changes": ("Changes", "Cambios"),
    "shell.nav./methods": ("Methods", "Métodos"),
    "shell.nav./guide": ("Guide", "Guía"),
    "shell.lens": ("Consulate:", "Consulado:"),
    "shell.lens.clear": ("Show the whole country again", "Volver a mostrar todo el país"),
    "shell.lens.unknown": (
        "“{id}” is not a consulate we know; the whole country is shown.",
        "«{id}» no es un consulado que conozcamos; se muestra todo el país.",
    ),
    "shell.lens.choose": ("Choose one", "Elegir uno"),
    "shell.lens.on": ("The product follows the district of {name}", "El producto sigue a la circunscripción de {name}"),
    "shell.lens.off": ("No consulate chosen: the whole country", "Sin consulado elegido: todo el país"),
    "shell.menu": ("Menu", "Menú"),
    "shell.close": ("Close", "Cerrar"),
    "shell.language": ("Language", "Idioma"),
    "shell.in_lang": ("Language: English", "Idioma: español"),
    "shell.theme_light": ("Light theme; change to dark", "Tema claro; cambiar a oscuro"),
    "shell.theme_dark": (
        "Dark theme; change to that of the system",
        "Tema oscuro; cambiar al del sistema",
    ),
    "shell.theme_auto": ("Theme of the system; change to light", "Tema del sistema; cambiar a claro"),
    "shell.capture": ("Make a scene of this view", "Hacer de esta vista una escena"),
    "shell.search": ("Search a place or a percentage", "Buscar un lugar o un porcentaje"),
    "shell.help": ("Help and keys", "Ayuda y teclas"),
    "shell.version": ("Version {version}", "Versión {version}"),
    "shell.data": ("Data: edition {edition}", "Datos: edición {edition}"),
    "shell.latest": ("latest figures {year}", "cifras más recientes {year}"),
    "shell.verify": ("Verify a code", "Verificar un código"),
    "shell.offline": (
        "Works offline: this server reaches nothing outside.",
        "Funciona sin conexión: este servidor no consulta nada externo.",
    ),
    "shell.boundaries": (
        "Boundaries: U.S. Census Bureau (2018); INEGI, Marco Geoestadístico. Simplified for display; not a legal boundary.",
        "Límites: U.S. Census Bureau (2018); INEGI, Marco Geoestadístico. Simplificados para la pantalla; no son límites legales.",
    ),
    "shell.cities": ("Cities: GeoNames (CC BY 4.0).", "Ciudades: GeoNames (CC BY 4.0)."),
    "shell.licence": (
        "Code: MIT licence. Each source keeps its own terms: see Sources.",
        "Código: licencia MIT. Cada fuente conserva sus propios términos: véase Fuentes.",
    ),
    "shell.purpose": (
        "Information for dialogue between two neighbours. Every figure states its source, base, period and date.",
        "Información para el diálogo entre dos vecinos. Cada cifra indica su fuente, base, periodo y fecha.",
    ),
    "shell.about": ("About", "Acerca de"),
    "shell.credits": ("Credits", "Créditos"),
    "shell.tour_again": ("Take the tour", "Ver el recorrido"),
    "shell.noscript": (
        "The maps and charts need JavaScript, which is off in this browser. Nothing is loaded from another server.",
        "Los mapas y las gráficas necesitan JavaScript, que está desactivado en este navegador. Nada se carga de otro servidor.",
    ),
    "shell.copied": ("Copied", "Copiado"),
    "shell.copy_title": ("Copy this text", "Copie este texto"),
    "shell.copy_hint": (
        "This browser does not let a page copy by itself here. The text is selected: press Ctrl+C.",
        "Este navegador no permite que la página copie por sí misma aquí. El texto está seleccionado: presione Ctrl+C.",
    ),
    "shell.theme_now_light": ("Light theme", "Tema claro"),
    "shell.theme_now_dark": ("Dark theme", "Tema oscuro"),
    "shell.theme_now_auto": ("Theme of the system", "Tema del sistema"),
    "shell.lost": (
        "The server does not answer. What is on the screen stays; try again in a moment.",
        "El servidor no responde. Lo que está en pantalla se conserva; intente de nuevo en un momento.",
    ),
    # States of a page
    "state.view_title": ("This link could not be read in full", "Este enlace no pudo leerse por completo"),
    "state.view_body": (
        "This version does not know what its field “{field}” says. The page shows its opening state instead.",
        "Esta versión no conoce lo que dice su campo «{field}». La página muestra su estado inicial.",
    ),
    "state.error_title": ("This page could not be drawn", "Esta página no pudo dibujarse"),
    "state.error_body": (
        "The reason was written to the server's log. The other pages still work.",
        "El motivo quedó escrito en el registro del servidor. Las demás páginas funcionan.",
    ),
    "state.data_title": ("The data of this page cannot be read", "Los datos de esta página no pueden leerse"),
    "state.data_body": (
        "A file of the data folder is missing or was changed. The server's log says which; “corridors check” verifies all of them.",
        "Un archivo de la carpeta de datos falta o cambió. El registro del servidor dice cuál; «corridors check» los verifica todos.",
    ),
    "error.home": ("Go to the first page", "Ir a la primera página"),
    "error.evidence": ("Go to the evidence", "Ir a la evidencia"),
    "error.404.title": ("There is no such page", "Esta página no existe"),
    "error.404.body": (
        "Nothing is published at this address. It may have been mistyped, or the page may have moved.",
        "No hay nada publicado en esta dirección. Quizá se escribió mal o la página cambió de lugar.",
    ),
    "error.400.title": ("The request could not be understood", "La solicitud no pudo entenderse"),
    "error.400.body": (
        "Something in it is malformed. Nothing was changed.",
        "Algo en ella está mal formado. Nada cambió.",
    ),
    "error.403.title": ("This may not be given away", "Esto no puede distribuirse"),
    "error.403.body": (
        "The licence of a source does not allow it. The sources page says which.",
        "La licencia de una fuente no lo permite. La página de fuentes dice cuál.",
    ),
    "error.405.title": ("That is not possible here", "Eso no es posible aquí"),
    "error.405.body": (
        "This address only answers other kinds of requests.",
        "Esta dirección solo responde otro tipo de solicitudes.",
    ),
    "error.413.title": ("The request is too large", "La solicitud es demasiado grande"),
    "error.413.body": (
        "It is larger than this server reads.",
        "Es más grande de lo que este servidor lee.",
    ),
    "error.415.title": ("This kind of content is not read here", "Este tipo de contenido no se lee aquí"),
    "error.415.body": ("Send JSON.", "Envíe JSON."),
    "error.500.title": ("Something went wrong here", "Algo falló aquí"),
    "error.500.body": (
        "The reason was written to the server's log. Please try again.",
        "El motivo quedó escrito en el registro del servidor. Intente de nuevo.",
    ),
    # Keys
    "keys.switch": (
        "Single-letter keys are on",
        "Las teclas de una sola letra están activas",
    ),
    "keys.switch_hint": (
        "They never act while you type in a field. Switch them off if speech input or a screen reader presses them by itself.",
        "Nunca actúan mientras escribe en un campo. Desactívelas si la entrada por voz o un lector de pantalla las presiona por sí solo.",
    ),
    "keys.g_everywhere": ("Everywhere", "En todas partes"),
    "keys.g_maps": ("On the maps", "En los mapas"),
    "keys.g_time": ("Time", "Tiempo"),
    "keys.help": ("This help", "Esta ayuda"),
    "keys.lang": ("Change language", "Cambiar de idioma"),
    "keys.full": ("Full screen", "Pantalla completa"),
    "keys.search": ("Search a place, or what 74 % means", "Buscar un lugar, o qué significa 74 %"),
    "keys.table": ("Table of what is shown", "Tabla de lo que se muestra"),
    "keys.sources": ("Sources of what is shown", "Fuentes de lo que se muestra"),
    "keys.download": ("Download as CSV", "Descargar como CSV"),
    "keys.card": ("Copy the card: what you may say of a figure", "Copiar la ficha: lo que puede decirse de una cifra"),
    "keys.attack": ("Attack the number of a figure", "Poner a prueba la cifra de una figura"),
    "keys.capture": ("Make a scene of this view, for a story", "Hacer de esta vista una escena, para una historia"),
    "keys.copy": ("Copy the sentence with its citation", "Copiar la oración con su cita"),
    "keys.both": ("Both countries in one map", "Ambos países en un mapa"),
    "keys.matrix": ("In Corridors: the matrix", "En Corredores: la matriz"),
    "keys.arrows": ("Move to the neighbouring place in that direction", "Ir al lugar vecino en esa dirección"),
    "keys.enter": ("Select the place", "Seleccionar el lugar"),
    "keys.shift_enter": ("Add the place to the selection", "Agregar el lugar a la selección"),
    "keys.escape": ("Clear the selection", "Borrar la selección"),
    "keys.prev": ("Year back", "Año anterior"),
    "keys.next": ("Year forward", "Año siguiente"),
    "keys.play": ("Play or pause", "Reproducir o pausar"),
    # Tour
    "tour.title": ("Tour", "Recorrido"),
    "tour.step": ("{step} of {steps}", "{step} de {steps}"),
    "tour.next": ("Next", "Siguiente"),
    "tour.back": ("Back", "Anterior"),
    "tour.skip": ("Skip", "Omitir"),
    "tour.done": ("Done", "Listo"),
    "tour.1.title": ("Welcome", "Bienvenida, bienvenido"),
    "tour.1.body": (
        "Corridors shows what is published about firearms that go from the United States to Mexico. Five short steps.",
        "Corredores muestra lo que se ha publicado sobre las armas de fuego que van de Estados Unidos a México. Cinco pasos breves.",
    ),
    "tour.2.title": ("Three doors", "Tres puertas"),
    "tour.2.body": (
        "My district is for a consulate, The evidence for the analyst, Present for the meeting room. "
        "Sources and Methods say where each figure comes from.",
        "Mi circunscripción es para un consulado, La evidencia para quien analiza y Presentar para la sala de reuniones. "
        "Fuentes y Métodos dicen de dónde sale cada cifra.",
    ),
    "tour.3.title": ("Select a place, and everything follows", "Elija un lugar y todo lo sigue"),
    "tour.3.body": (
        "In the evidence, select a state on either map: the other map, the charts, the table and the sentence follow. "
        "One slider moves the years.",
        "En la evidencia, elija un estado en cualquiera de los mapas: el otro mapa, las gráficas, la tabla y la oración lo siguen. "
        "Un solo control mueve los años.",
    ),
    "tour.4.title": ("Every figure says its base", "Cada cifra dice su base"),
    "tour.4.body": (
        "Under each picture stand its source, base, period and date; its table and its CSV are one key away. "
        "A link opened elsewhere shows exactly the same.",
        "Debajo de cada imagen están su fuente, base, periodo y fecha; su tabla y su CSV están a una tecla. "
        "Un enlace abierto en otro lugar muestra exactamente lo mismo.",
    ),
    "tour.5.title": ("Your language, your light, your keys", "Su idioma, su luz, sus teclas"),
    "tour.5.body": (
        "Here you change the language and the theme. The question mark lists the keys and shows this tour again. "
        "Everything works offline.",
        "Aquí cambia el idioma y el tema. El signo de interrogación enumera las teclas y muestra de nuevo este recorrido. "
        "Todo funciona sin conexión.",
    ),
}
