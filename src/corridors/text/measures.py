"""Words of each measure: `measure.<id>.name` (selector), `.title` (map), `.unit`, `.base` (what it counts, on
what base, and what it does not show), and `measure.group.<group>`: key -> (English, Spanish).

The measures of provisions of law take their words from `text/laws.py`.
"""

from typing import Final

from corridors.text import laws

_PER_100K: Final = ("per 100,000 people", "por cada 100,000 habitantes")
_YEARLY: Final = ("per 100,000 people a year", "por cada 100,000 habitantes al año")
_PERCENT: Final = ("% of victims", "% de las víctimas")
_OF_DEATHS: Final = ("% of homicides", "% de los homicidios")
_OF_FILES: Final = ("% of case files", "% de las carpetas")
_GUNS: Final = ("firearms", "armas de fuego")
_SECURED: Final = ("firearms secured", "armas de fuego aseguradas")

_GROUPS: Final[dict[str, tuple[str, str]]] = {
    "traces": ("Traced firearms", "Armas rastreadas"),
    "market": ("Checks and dealers", "Verificaciones y armerías"),
    "law": ("Gun-law provisions", "Disposiciones de ley sobre armas"),
    "sesnsp": ("Homicide victims in case files (SESNSP)", "Víctimas de homicidio en carpetas (SESNSP)"),
    "sesnsp_cases": ("Case files of homicide (SESNSP)", "Carpetas de homicidio (SESNSP)"),
    "inegi": ("Homicide deaths registered (INEGI)", "Defunciones por homicidio registradas (INEGI)"),
    "register": ("Death register, 1998–2008", "Registro de defunciones, 1998–2008"),
    "secured": ("Firearms secured in Mexico", "Armas de fuego aseguradas en México"),
    "municipal_deaths": ("Municipalities, death records (INEGI)", "Municipios, registros de defunción (INEGI)"),
    "municipal_victims": ("Municipalities, victims (SESNSP)", "Municipios, víctimas (SESNSP)"),
    "municipal_cases": ("Municipalities, case files (SESNSP)", "Municipios, carpetas (SESNSP)"),
    "municipal": ("Municipalities, homicide cube (INEGI)", "Municipios, cubo de homicidios (INEGI)"),
}

# id -> name, title, unit, base; each (English, Spanish).
_WORDS: Final[dict[str, tuple[tuple[str, str], tuple[str, str], tuple[str, str], tuple[str, str]]]] = {
    "traced_to_mexico_per_100k": (
        ("Guns traced from Mexico, per 100,000", "Armas rastreadas desde México, por 100,000"),
        ("Guns recovered in Mexico and traced to a purchase in the state", "Armas recuperadas en México y rastreadas hasta una compra en el estado"),
        _PER_100K,
        (
            "Firearms recovered in Mexico in 2022–2023, submitted to ATF and traced to a purchaser in the state, both years together over the state's people in 2023. Counts are published for four states; the other states are known only as one total. Traces are not a random sample of the guns used in crime.",
            "Armas de fuego recuperadas en México en 2022–2023, enviadas a la ATF y rastreadas hasta un comprador en el estado; los dos años juntos, sobre la población estatal de 2023. Solo se publican cifras de cuatro estados; de los demás solo se conoce un total. Los rastreos no son una muestra aleatoria de las armas usadas en delitos.",
        ),
    ),
    "traced_to_mexico": (
        ("Guns traced from Mexico, number", "Armas rastreadas desde México, número"),
        ("Guns recovered in Mexico and traced to a purchase in the state", "Armas recuperadas en México y rastreadas hasta una compra en el estado"),
        _GUNS,
        (
            "Firearms recovered in Mexico in 2022–2023, submitted to ATF and traced to a purchaser: 18,206 in all, published for four states and as one total for the rest. A state with more people and shops has more.",
            "Armas de fuego recuperadas en México en 2022–2023, enviadas a la ATF y rastreadas hasta un comprador: 18,206 en total, publicadas para cuatro estados y como un solo total para el resto. Un estado con más población y armerías tiene más.",
        ),
    ),
    "exported_per_100k": (
        ("Guns traced to other states, per 100,000", "Armas rastreadas a otros estados, por 100,000"),
        ("Guns first sold in the state and recovered in another", "Armas vendidas por primera vez en el estado y recuperadas en otro"),
        _YEARLY,
        (
            "Firearms that police in the United States recovered and ATF traced to a first sale in the state, when the recovery was in another state or territory, over the people of the year. It says nothing about guns found in Mexico, nor about guns never recovered or never traced.",
            "Armas de fuego que la policía recuperó en Estados Unidos y la ATF rastreó hasta una primera venta en el estado, cuando la recuperación ocurrió en otro estado o territorio, sobre la población del año. No dice nada de las armas halladas en México ni de las que nunca se recuperaron o rastrearon.",
        ),
    ),
    "exported_to_other_states": (
        ("Guns traced to other states, number", "Armas rastreadas a otros estados, número"),
        ("Guns first sold in the state and recovered in another", "Armas vendidas por primera vez en el estado y recuperadas en otro"),
        _GUNS,
        (
            "Sum of the rows of ATF's matrix of source and recovery states without the state itself. Only traced guns count; states differ in how often police ask for a trace.",
            "Suma de las filas de la matriz de la ATF por estado de origen y de recuperación, sin el propio estado. Solo cuentan las armas rastreadas; los estados difieren en la frecuencia con que su policía pide rastreos.",
        ),
    ),
    "checks_per_100k": (
        ("Background checks, per 100,000", "Verificaciones de antecedentes, por 100,000"),
        ("Firearm background checks (NICS)", "Verificaciones de antecedentes para armas (NICS)"),
        _YEARLY,
        (
            "All checks of the FBI's system in the year, over the people of the state. A check is not a sale: it may be for a permit, and some states re-check every permit each month, above all Kentucky and Illinois.",
            "Todas las verificaciones del sistema del FBI en el año, sobre la población del estado. Una verificación no es una venta: puede ser para un permiso, y algunos estados vuelven a verificar cada permiso cada mes, sobre todo Kentucky e Illinois.",
        ),
    ),
    "sale_checks_per_100k": (
        ("Checks for a sale, per 100,000", "Verificaciones por venta, por 100,000"),
        ("Background checks that go with a sale (NICS)", "Verificaciones de antecedentes ligadas a una venta (NICS)"),
        _YEARLY,
        (
            "Checks for handguns, long guns, other firearms and several at once, without permits, over the people of the state. One check can cover several guns, and states where a permit replaces the check show fewer. The type “other” began in 2009.",
            "Verificaciones por armas cortas, largas, otras y varias a la vez, sin permisos, sobre la población del estado. Una verificación puede amparar varias armas, y los estados donde un permiso la sustituye muestran menos. El tipo «otras» comenzó en 2009.",
        ),
    ),
    "dealers_per_100k": (
        ("Licensed dealers, per 100,000", "Armerías con licencia, por 100,000"),
        ("Federal firearms licences", "Licencias federales de armas de fuego"),
        _PER_100K,
        (
            "Average of ATF's twelve public lists of 2016, all types of licence on the list (dealers, pawnbrokers, makers, importers; collectors are not listed), over the people of 2016. The District of Columbia is not in the compilation read. A licence says nothing about how many guns are sold.",
            "Promedio de las doce listas públicas de la ATF en 2016, con todos los tipos de licencia de la lista (comercios, casas de empeño, fabricantes, importadores; no incluye coleccionistas), sobre la población de 2016. El Distrito de Columbia no está en la compilación leída. Una licencia no dice cuántas armas se venden.",
        ),
    ),
    "gun_deaths_cdc_per_100k": (
        ("Deaths by firearm, per 100,000", "Muertes por arma de fuego, por 100,000"),
        ("Deaths by firearm of residents, all intents", "Muertes por arma de fuego de residentes, toda intención"),
        _YEARLY,
        (
            "Deaths by firearm registered by CDC: suicides, homicides, accidents and others together, by state of residence, over the people of the year. Crude rates, not adjusted for age. The District of Columbia is in the page read from 2022.",
            "Muertes por arma de fuego registradas por los CDC: suicidios, homicidios, accidentes y otras juntas, por estado de residencia, sobre la población del año. Tasas brutas, sin ajuste por edad. El Distrito de Columbia aparece en la página leída desde 2022.",
        ),
    ),
    "mass_shootings_gva": (
        ("Mass shootings, number", "Tiroteos masivos, número"),
        ("Mass shootings (Gun Violence Archive)", "Tiroteos masivos (Gun Violence Archive)"),
        ("incidents", "incidentes"),
        (
            "Incidents with four or more people shot, not counting the shooter, as the Archive listed them when it was read in 2026. The Archive revises past years, and other sources define a mass shooting more narrowly.",
            "Incidentes con cuatro o más personas baleadas, sin contar a quien dispara, según la lista del Archivo consultada en 2026. El Archivo revisa los años pasados, y otras fuentes usan definiciones más restringidas.",
        ),
    ),
    "licences_listed": (
        ("Licences on the lists, number", "Licencias en las listas, número"),
        ("Federal firearms licences on ATF's lists", "Licencias federales de armas en las listas de la ATF"),
        ("licences", "licencias"),
        (
            "Federal firearms licences in force on ATF's monthly lists (imported), the mean of the lists of the year that were imported, all types but collectors, whom ATF does not list. A licence is not a shop.",
            "Licencias federales de armas vigentes en las listas mensuales de la ATF (importadas): el promedio de las listas del año que se importaron, de todos los tipos salvo coleccionistas, que la ATF no publica. Una licencia no es una tienda.",
        ),
    ),
    "licences_listed_per_100k": (
        ("Licences on the lists, per 100,000", "Licencias en las listas, por 100,000"),
        ("Federal firearms licences on ATF's lists", "Licencias federales de armas en las listas de la ATF"),
        _PER_100K,
        (
            "Federal firearms licences in force on ATF's monthly lists (imported), the mean of the lists of the year that were imported, all types but collectors, whom ATF does not list. A licence is not a shop. Over the people of the year, where the Census has them.",
            "Licencias federales de armas vigentes en las listas mensuales de la ATF (importadas): el promedio de las listas del año que se importaron, de todos los tipos salvo coleccionistas, que la ATF no publica. Una licencia no es una tienda. Sobre la población del año, si el Censo la tiene.",
        ),
    ),
    "firearm_homicide_rate_sesnsp": (
        ("Homicide victims by firearm, per 100,000", "Víctimas de homicidio con arma de fuego, por 100,000"),
        ("Victims of intentional homicide by firearm", "Víctimas de homicidio doloso con arma de fuego"),
        _YEARLY,
        (
            "Victims of intentional homicide by firearm in the case files that state prosecutors report to SESNSP, over CONAPO's mid-year people; feminicide is apart. Victims whose weapon the file does not specify are not counted here, so it is a lower bound: see the share of known weapons.",
            "Víctimas de homicidio doloso con arma de fuego en las carpetas que las fiscalías estatales reportan al SESNSP, sobre la población de CONAPO a mitad de año; el feminicidio va aparte. No incluye a las víctimas cuya arma no se especifica, así que es una cota inferior: véase la proporción de armas conocidas.",
        ),
    ),
    "homicide_rate_sesnsp": (
        ("Homicide victims, per 100,000", "Víctimas de homicidio, por 100,000"),
        ("Victims of intentional homicide", "Víctimas de homicidio doloso"),
        _YEARLY,
        (
            "Victims of intentional homicide (all means) in the case files that state prosecutors report to SESNSP, over CONAPO's mid-year people; feminicide is apart. Files are not death records: INEGI's counts differ.",
            "Víctimas de homicidio doloso (todos los medios) en las carpetas que las fiscalías estatales reportan al SESNSP, sobre la población de CONAPO a mitad de año; el feminicidio va aparte. Una carpeta no es un acta de defunción: las cifras del INEGI difieren.",
        ),
    ),
    "firearm_share_sesnsp": (
        ("By firearm, % of all victims", "Con arma de fuego, % de las víctimas"),
        ("Share of homicide victims killed by firearm", "Proporción de víctimas de homicidio con arma de fuego"),
        _PERCENT,
        (
            "Victims by firearm over all victims of intentional homicide (SESNSP). Victims whose weapon is not specified stay in the base, so a state that specifies fewer weapons shows a lower share.",
            "Víctimas con arma de fuego sobre el total de víctimas de homicidio doloso (SESNSP). Las víctimas sin arma especificada quedan en la base, así que un estado que especifica menos muestra una proporción menor.",
        ),
    ),
    "firearm_share_of_known_sesnsp": (
        ("By firearm, % of known weapons", "Con arma de fuego, % de armas conocidas"),
        ("Share killed by firearm where the weapon is known", "Proporción con arma de fuego cuando se conoce el arma"),
        ("% of victims with a known weapon", "% de las víctimas con arma conocida"),
        (
            "Victims by firearm over the victims of intentional homicide whose weapon the file specifies (SESNSP). Where much is not specified, those known may not resemble the rest.",
            "Víctimas con arma de fuego sobre las víctimas de homicidio doloso cuya arma especifica la carpeta (SESNSP). Donde mucho queda sin especificar, lo conocido puede no parecerse al resto.",
        ),
    ),
    "known_weapon_share_sesnsp": (
        ("Weapon known, % of victims", "Arma conocida, % de las víctimas"),
        ("Share of homicide victims with a known weapon", "Proporción de víctimas de homicidio con arma conocida"),
        _PERCENT,
        (
            "Victims of intentional homicide whose weapon the file specifies, over all of them (SESNSP). It measures the record, not the violence: read it beside every share by weapon.",
            "Víctimas de homicidio doloso cuya arma especifica la carpeta, sobre el total (SESNSP). Mide el registro, no la violencia: léase junto a toda proporción por arma.",
        ),
    ),
    "firearm_case_rate_sesnsp": (
        ("Case files of homicide by firearm, per 100,000", "Carpetas de homicidio con arma de fuego, por 100,000"),
        ("Case files of intentional homicide by firearm", "Carpetas de homicidio doloso con arma de fuego"),
        _YEARLY,
        (
            "Case files of intentional homicide by firearm that state prosecutors opened and report to SESNSP, over CONAPO's mid-year people; feminicide is apart. A file may have several victims, so it is never joined to the count of victims. Files whose weapon is not specified are not counted here, so it is a lower bound.",
            "Carpetas de homicidio doloso con arma de fuego que las fiscalías estatales abrieron y reportan al SESNSP, sobre la población de CONAPO a mitad de año; el feminicidio va aparte. Una carpeta puede tener varias víctimas, así que nunca se une con la cuenta de víctimas. No incluye las carpetas sin arma especificada, así que es una cota inferior.",
        ),
    ),
    "firearm_case_share_sesnsp": (
        ("Case files by firearm, % of all", "Carpetas con arma de fuego, % del total"),
        ("Share of case files of homicide by firearm", "Proporción de carpetas de homicidio con arma de fuego"),
        _OF_FILES,
        (
            "Case files by firearm over all case files of intentional homicide (SESNSP). Files whose weapon is not specified stay in the base, so a state that specifies fewer weapons shows a lower share.",
            "Carpetas con arma de fuego sobre el total de carpetas de homicidio doloso (SESNSP). Las carpetas sin arma especificada quedan en la base, así que un estado que especifica menos muestra una proporción menor.",
        ),
    ),
    "firearm_case_share_of_known_sesnsp": (
        ("Case files by firearm, % of known weapons", "Carpetas con arma de fuego, % de armas conocidas"),
        ("Share of case files by firearm where the weapon is known", "Proporción de carpetas con arma de fuego cuando se conoce el arma"),
        ("% of case files with a known weapon", "% de las carpetas con arma conocida"),
        (
            "Case files by firearm over the case files of intentional homicide whose weapon is specified (SESNSP). Where much is not specified, those known may not resemble the rest.",
            "Carpetas con arma de fuego sobre las carpetas de homicidio doloso cuya arma se especifica (SESNSP). Donde mucho queda sin especificar, lo conocido puede no parecerse al resto.",
        ),
    ),
    "homicide_rate_inegi_registration": (
        ("Homicides by place of registration, per 100,000", "Homicidios por lugar de registro, por 100,000"),
        ("Deaths by homicide, by state of registration", "Defunciones por homicidio, por entidad de registro"),
        _YEARLY,
        (
            "Deaths by homicide (all means) in INEGI's death statistics by year and state of registration, over CONAPO's mid-year people. A death can be registered in another state or a later year. 2019 is preliminary (36,476; final 36,661).",
            "Defunciones por homicidio (todos los medios) en la estadística del INEGI por año y entidad de registro, sobre la población de CONAPO a mitad de año. Una defunción puede registrarse en otra entidad o en un año posterior. 2019 es preliminar (36,476; definitiva 36,661).",
        ),
    ),
    "homicide_rate_inegi_occurrence": (
        ("Homicides by place of occurrence, per 100,000", "Homicidios por lugar de ocurrencia, por 100,000"),
        ("Deaths by homicide, by state of occurrence", "Defunciones por homicidio, por entidad de ocurrencia"),
        _YEARLY,
        (
            "Deaths by homicide (all means) in INEGI's death statistics by state where they happened and year of registration, over CONAPO's mid-year people. The country's total includes the few that happened abroad.",
            "Defunciones por homicidio (todos los medios) en la estadística del INEGI por entidad donde ocurrieron y año de registro, sobre la población de CONAPO a mitad de año. El total nacional incluye las pocas ocurridas en el extranjero.",
        ),
    ),
    "homicide_rate_inegi_microdata": (
        ("Homicides by year of occurrence, per 100,000", "Homicidios por año de ocurrencia, por 100,000"),
        ("Deaths by homicide, by state and year of occurrence", "Defunciones por homicidio, por entidad y año de ocurrencia"),
        _YEARLY,
        (
            "Deaths by homicide counted by researchers from INEGI's records by state and year in which they happened, over CONAPO's mid-year people. 2021 and 2022 are left out: their deaths were still being registered.",
            "Defunciones por homicidio que investigadores contaron en los registros del INEGI por entidad y año en que ocurrieron, sobre la población de CONAPO a mitad de año. Se omiten 2021 y 2022: sus defunciones aún se estaban registrando.",
        ),
    ),
    "firearm_homicide_rate_inegi": (
        ("Homicides by firearm (INEGI), per 100,000", "Homicidios con arma de fuego (INEGI), por 100,000"),
        ("Deaths by homicide with a firearm, by state of occurrence", "Defunciones por homicidio con arma de fuego, por entidad de ocurrencia"),
        _YEARLY,
        (
            "Deaths coded X93 to X95 (to 1997 E965.0 to E965.4: homicide by discharge of a firearm) in INEGI's death records, by state where they happened and year of registration, over CONAPO's mid-year people. Counted from the records by this product. Deaths whose means is not specified are not counted here; those of a year's end are often registered the year after.",
            "Defunciones con código X93 a X95 (hasta 1997 E965.0 a E965.4: homicidio por disparo de arma de fuego) en los registros de defunción del INEGI, por entidad donde ocurrieron y año de registro, sobre la población de CONAPO a mitad de año. Contadas en los registros por este producto. No incluye las defunciones sin medio especificado; las del fin de un año suelen registrarse al siguiente.",
        ),
    ),
    "firearm_share_inegi": (
        ("By firearm (INEGI), % of homicides", "Con arma de fuego (INEGI), % de los homicidios"),
        ("Share of homicides by firearm, by state of occurrence", "Proporción de homicidios con arma de fuego, por entidad de ocurrencia"),
        _OF_DEATHS,
        (
            "Deaths by homicide with a firearm over all deaths by homicide in INEGI's death records (X93–X95 over X85–Y09), by state where they happened and year of registration. Homicides whose means is not specified stay in the base, so where more are not specified the share is lower.",
            "Defunciones por homicidio con arma de fuego sobre todas las defunciones por homicidio en los registros del INEGI (X93–X95 sobre X85–Y09), por entidad donde ocurrieron y año de registro. Los homicidios sin medio especificado quedan en la base, así que donde son más la proporción es menor.",
        ),
    ),
    "homicide_rate_register": (
        ("Homicides in the death register, per 100,000", "Homicidios en el registro, por 100,000"),
        ("Deaths by homicide in the death register", "Defunciones por homicidio en el registro"),
        _YEARLY,
        (
            "Deaths by homicide in the extract of the death register (Ministry of Health and INEGI) from which the firearm series of 1998–2008 comes, over CONAPO's mid-year people. Use it as the base of that series only.",
            "Defunciones por homicidio en el extracto del registro (Secretaría de Salud e INEGI) del que viene la serie con arma de fuego de 1998–2008, sobre la población de CONAPO a mitad de año. Úsese solo como base de esa serie.",
        ),
    ),
    "firearm_homicide_rate_register": (
        ("Homicides by firearm in the register, per 100,000", "Homicidios con arma de fuego en el registro, por 100,000"),
        ("Deaths by homicide with a firearm in the death register", "Defunciones por homicidio con arma de fuego"),
        _YEARLY,
        (
            "Deaths coded X93 to X95 (homicide by discharge of a firearm) in the death register, 1998–2008, over CONAPO's mid-year people. Deaths whose means is not specified are not counted here.",
            "Defunciones con código X93 a X95 (homicidio por disparo de arma de fuego) en el registro, 1998–2008, sobre la población de CONAPO a mitad de año. No incluye las defunciones sin medio especificado.",
        ),
    ),
    "firearm_share_register": (
        ("By firearm in the register, %", "Con arma de fuego en el registro, %"),
        ("Share of homicides by firearm in the death register", "Proporción de homicidios con arma de fuego"),
        _OF_DEATHS,
        (
            "Deaths coded X93 to X95 over all deaths by homicide of the same extract of the death register, 1998–2008.",
            "Defunciones con código X93 a X95 sobre todas las defunciones por homicidio del mismo extracto del registro, 1998–2008.",
        ),
    ),
    "guns_secured_inegi": (
        ("Secured by prosecutors (INEGI census)", "Aseguradas por fiscalías (censo del INEGI)"),
        ("Firearms secured by prosecutors", "Armas de fuego aseguradas por las fiscalías"),
        _SECURED,
        (
            "Firearms secured by federal and state prosecutors in INEGI's census of prosecution, as newspapers quote it: only some states are printed. A gun secured is not yet forfeited, and it may never be traced.",
            "Armas de fuego aseguradas por la fiscalía federal y las estatales en el censo de procuración de justicia del INEGI, según la prensa que lo cita: solo se imprimen algunas entidades. Un arma asegurada no pertenece aún al Estado, y puede no rastrearse nunca.",
        ),
    ),
    "guns_secured_fgr": (
        ("Secured by the federal prosecutor (FGR)", "Aseguradas por la FGR"),
        ("Firearms secured by the federal prosecutor", "Armas de fuego aseguradas por la Fiscalía General"),
        _SECURED,
        (
            "Firearms secured by the federal prosecutor's office over two long periods, the ten highest states of each as printed by one newspaper. A state that is not printed is not known, and not zero.",
            "Armas de fuego aseguradas por la Fiscalía General de la República en dos periodos largos, las diez entidades más altas de cada uno según un diario. Una entidad que no se imprime no se conoce: no es cero.",
        ),
    ),
    "guns_secured_forces": (
        ("Secured by the army and navy", "Aseguradas por Ejército y Marina"),
        ("Firearms secured by the army and the navy", "Armas de fuego aseguradas por el Ejército y la Marina"),
        _SECURED,
        (
            "Firearms secured by the army and the navy from June 2017 to June 2020 (17,056 in all), the four highest states as a newspaper printed them from an information request.",
            "Armas de fuego aseguradas por el Ejército y la Marina de junio de 2017 a junio de 2020 (17,056 en total), las cuatro entidades más altas según un diario a partir de una solicitud de información.",
        ),
    ),
    "municipal_homicides": (
        ("Homicides by municipality, number", "Homicidios por municipio, número"),
        ("Deaths by homicide, by municipality of occurrence", "Defunciones por homicidio, por municipio de ocurrencia"),
        ("deaths", "defunciones"),
        (
            "Deaths by homicide (all means) by municipality where they happened and year of registration (INEGI). A municipality that existed and has no row had none; deaths whose municipality is not known stay in the state's total.",
            "Defunciones por homicidio (todos los medios) por municipio donde ocurrieron y año de registro (INEGI). Un municipio que existía y no tiene renglón no tuvo ninguna; las de municipio no especificado quedan en el total de la entidad.",
        ),
    ),
    "municipal_share_of_state": (
        ("Homicides by municipality, % of the state's", "Homicidios por municipio, % de la entidad"),
        ("Share of the state's deaths by homicide", "Proporción de las defunciones por homicidio de la entidad"),
        ("% of the state's homicides", "% de los homicidios de la entidad"),
        (
            "Deaths by homicide in the municipality over all of its state (INEGI, by occurrence), which include those whose municipality is not known. Larger municipalities have larger shares: it is not a rate of risk.",
            "Defunciones por homicidio en el municipio sobre todas las de su entidad (INEGI, por ocurrencia), que incluyen las de municipio no especificado. Los municipios más poblados tienen proporciones mayores: no es una tasa de riesgo.",
        ),
    ),
    "municipal_homicide_rate": (
        ("Homicides by municipality, per 100,000", "Homicidios por municipio, por 100,000"),
        ("Deaths by homicide, by municipality", "Defunciones por homicidio, por municipio"),
        _YEARLY,
        (
            "Deaths by homicide by municipality of occurrence (INEGI) over the imported municipal population. In a small municipality one death moves the rate far: see the smoothed rate.",
            "Defunciones por homicidio por municipio de ocurrencia (INEGI) sobre la población municipal importada. En un municipio pequeño una sola defunción mueve mucho la tasa: véase la tasa suavizada.",
        ),
    ),
    "municipal_firearm_cases": (
        ("Case files by firearm, number", "Carpetas con arma de fuego, número"),
        ("Case files of intentional homicide by firearm, by municipality", "Carpetas de homicidio doloso con arma de fuego, por municipio"),
        ("case files", "carpetas"),
        (
            "Case files of intentional homicide by firearm by municipality and whole year (SESNSP, imported): files, not victims. Files of an other or unspecified municipality are on no map, and those without a specified weapon are not counted here.",
            "Carpetas de homicidio doloso con arma de fuego por municipio y año completo (SESNSP, importadas): carpetas, no víctimas. Las de otros municipios o municipio no especificado no están en el mapa, y las carpetas sin arma especificada no se cuentan aquí.",
        ),
    ),
    "municipal_firearm_case_rate": (
        ("Case files by firearm, per 100,000", "Carpetas con arma de fuego, por 100,000"),
        ("Case files of intentional homicide by firearm, by municipality", "Carpetas de homicidio doloso con arma de fuego, por municipio"),
        _YEARLY,
        (
            "Case files of intentional homicide by firearm by municipality (SESNSP) over the imported municipal population. In a small municipality one file moves the rate far. Files without a specified weapon are not counted, so it is a lower bound.",
            "Carpetas de homicidio doloso con arma de fuego por municipio (SESNSP) sobre la población municipal importada. En un municipio pequeño una sola carpeta mueve mucho la tasa. No incluye las carpetas sin arma especificada, así que es una cota inferior.",
        ),
    ),
    "municipal_deaths": (
        ("Homicides in death records, number", "Homicidios en registros, número"),
        ("Deaths by homicide in death records, by municipality", "Defunciones por homicidio en registros, por municipio"),
        ("deaths", "defunciones"),
        (
            "Counted from INEGI's death records (imported) by municipality where the death happened and year of registration. A municipality that existed and has no record had none; deaths whose municipality is not known are on no map.",
            "Contadas en los registros de defunciones del INEGI (importados) por municipio donde ocurrió la muerte y año de registro. Un municipio que existía y no tiene registro no tuvo ninguna; las de municipio no especificado no están en el mapa.",
        ),
    ),
    "municipal_death_rate": (
        ("Homicides in death records, per 100,000", "Homicidios en registros, por 100,000"),
        ("Deaths by homicide in death records, by municipality", "Defunciones por homicidio en registros, por municipio"),
        _YEARLY,
        (
            "Counted from INEGI's death records (imported) by municipality where the death happened and year of registration. A municipality that existed and has no record had none; deaths whose municipality is not known are on no map. Over the imported municipal population, in the years that it covers. In a small municipality one death moves the rate far.",
            "Contadas en los registros de defunciones del INEGI (importados) por municipio donde ocurrió la muerte y año de registro. Un municipio que existía y no tiene registro no tuvo ninguna; las de municipio no especificado no están en el mapa. Sobre la población municipal importada, en los años que abarca. En un municipio pequeño una sola defunción mueve mucho la tasa.",
        ),
    ),
    "municipal_firearm_deaths": (
        ("Firearm homicides in death records, number", "Homicidios con arma de fuego en registros, número"),
        ("Deaths by firearm homicide, by municipality", "Defunciones por homicidio con arma de fuego, por municipio"),
        ("deaths", "defunciones"),
        (
            "Counted from INEGI's death records (imported) by municipality where the death happened and year of registration. A municipality that existed and has no record had none; deaths whose municipality is not known are on no map. By firearm: causes X93 to X95 of ICD-10, or those that match in ICD-9.",
            "Contadas en los registros de defunciones del INEGI (importados) por municipio donde ocurrió la muerte y año de registro. Un municipio que existía y no tiene registro no tuvo ninguna; las de municipio no especificado no están en el mapa. Con arma de fuego: causas X93 a X95 de la CIE-10, o las equivalentes de la CIE-9.",
        ),
    ),
    "municipal_firearm_death_rate": (
        ("Firearm homicides in death records, per 100,000", "Homicidios con arma de fuego en registros, por 100,000"),
        ("Deaths by firearm homicide, by municipality", "Defunciones por homicidio con arma de fuego, por municipio"),
        _YEARLY,
        (
            "Counted from INEGI's death records (imported) by municipality where the death happened and year of registration. A municipality that existed and has no record had none; deaths whose municipality is not known are on no map. By firearm: causes X93 to X95 of ICD-10, or those that match in ICD-9. Over the imported municipal population, in the years that it covers. In a small municipality one death moves the rate far.",
            "Contadas en los registros de defunciones del INEGI (importados) por municipio donde ocurrió la muerte y año de registro. Un municipio que existía y no tiene registro no tuvo ninguna; las de municipio no especificado no están en el mapa. Con arma de fuego: causas X93 a X95 de la CIE-10, o las equivalentes de la CIE-9. Sobre la población municipal importada, en los años que abarca. En un municipio pequeño una sola defunción mueve mucho la tasa.",
        ),
    ),
    "municipal_firearm_victims": (
        ("Victims by firearm, number", "Víctimas con arma de fuego, número"),
        ("Victims of intentional homicide by firearm, by municipality", "Víctimas de homicidio doloso con arma de fuego, por municipio"),
        ("victims", "víctimas"),
        (
            "Victims of intentional homicide by firearm in case files, by municipality and whole year (SESNSP, imported). Those of an other or unspecified municipality are on no map; victims whose weapon is not specified are not counted here.",
            "Víctimas de homicidio doloso con arma de fuego en carpetas, por municipio y año completo (SESNSP, importadas). Las de otros municipios o municipio no especificado no están en el mapa; las víctimas sin arma especificada no se cuentan aquí.",
        ),
    ),
    "municipal_firearm_victim_rate": (
        ("Victims by firearm, per 100,000", "Víctimas con arma de fuego, por 100,000"),
        ("Victims of intentional homicide by firearm, by municipality", "Víctimas de homicidio doloso con arma de fuego, por municipio"),
        _YEARLY,
        (
            "Victims of intentional homicide by firearm in case files, by municipality and whole year (SESNSP, imported). Those of an other or unspecified municipality are on no map; victims whose weapon is not specified are not counted here. Over the imported municipal population, in the years that it covers. In a small municipality one victim moves the rate far.",
            "Víctimas de homicidio doloso con arma de fuego en carpetas, por municipio y año completo (SESNSP, importadas). Las de otros municipios o municipio no especificado no están en el mapa; las víctimas sin arma especificada no se cuentan aquí. Sobre la población municipal importada, en los años que abarca. En un municipio pequeño una sola víctima mueve mucho la tasa.",
        ),
    ),
    "municipal_homicide_rate_eb": (
        ("Homicides by municipality, smoothed, per 100,000", "Homicidios por municipio, tasa suavizada, por 100,000"),
        ("Deaths by homicide, by municipality: smoothed (estimate)", "Defunciones por homicidio, por municipio: tasa suavizada (estimación)"),
        _YEARLY,
        (
            "Estimate: the municipal rate drawn towards the mean of all municipalities of the year, the more the fewer people it has (empirical Bayes, Marshall 1991). It is not a published figure.",
            "Estimación: la tasa municipal acercada a la media de todos los municipios del año, tanto más cuantos menos habitantes tiene (Bayes empírico, Marshall 1991). No es una cifra publicada.",
        ),
    ),
}  # fmt: skip


def _areas() -> dict[str, tuple[str, str]]:
    words = {f"measure.group.{group}": said for group, said in _GROUPS.items()}
    for id, parts in {**_WORDS, **laws.MEASURES}.items():
        words.update({f"measure.{id}.{part}": said for part, said in zip(PARTS, parts, strict=True)})
    return words


PARTS: Final = ("name", "title", "unit", "base")
TEXT: Final[dict[str, tuple[str, str]]] = _areas()
