"""Provisions of state gun law in our own words, after the codebook of State Firearm Laws: `law.<variable>` says what
the provision is, `law.<variable>.short` names it in a selector. Some terms ("assault weapons") are the source's own.
"""

from typing import Final

Said = tuple[str, str]

# variable -> short name, meaning; each (English, Spanish).
_LAWS: Final[dict[str, tuple[Said, Said]]] = {
    "universal": (
        ("Checks on all sales: all firearms", "Verificación en toda venta: todas las armas"),
        ("A background check at the point of every sale of any firearm", "Verificación de antecedentes en el punto de toda venta de cualquier arma de fuego"),
    ),
    "universalh": (
        ("Checks on all sales: handguns", "Verificación en toda venta: armas cortas"),
        ("A background check at the point of every sale of a handgun", "Verificación de antecedentes en el punto de toda venta de un arma corta"),
    ),
    "universalpermit": (
        ("Checks by sale or permit: all firearms", "Verificación por venta o permiso: todas"),
        ("A background check for every firearm, at the sale or through a permit", "Verificación de antecedentes para toda arma de fuego, en la venta o mediante un permiso"),
    ),
    "universalpermith": (
        ("Checks by sale or permit: handguns", "Verificación por venta o permiso: cortas"),
        ("A background check for every handgun, at the sale or through a permit", "Verificación de antecedentes para toda arma corta, en la venta o mediante un permiso"),
    ),
    "gunshow": (
        ("Checks at gun shows: all firearms", "Verificación en ferias: todas las armas"),
        ("A background check at the point of every sale of a firearm at a gun show", "Verificación de antecedentes en toda venta de armas de fuego en ferias de armas"),
    ),
    "gunshowh": (
        ("Checks at gun shows: handguns", "Verificación en ferias: armas cortas"),
        ("A background check at the point of every sale of a handgun at a gun show", "Verificación de antecedentes en toda venta de armas cortas en ferias de armas"),
    ),
    "statechecks": (
        ("State's own check: all firearms", "Verificación estatal propia: todas"),
        ("The state makes its own background check, beyond the federal one, for any firearm", "El estado hace su propia verificación de antecedentes, además de la federal, para toda arma de fuego"),
    ),
    "statechecksh": (
        ("State's own check: handguns", "Verificación estatal propia: armas cortas"),
        ("The state makes its own background check, beyond the federal one, for handguns", "El estado hace su propia verificación de antecedentes, además de la federal, para armas cortas"),
    ),
    "permit": (
        ("Permit to buy: all firearms", "Permiso de compra: todas las armas"),
        ("A licence or permit is needed to buy any firearm", "Se requiere licencia o permiso para comprar cualquier arma de fuego"),
    ),
    "permith": (
        ("Permit to buy: handguns", "Permiso de compra: armas cortas"),
        ("A licence or permit is needed to buy a handgun", "Se requiere licencia o permiso para comprar un arma corta"),
    ),
    "permitconcealed": (
        ("Permit to carry concealed", "Permiso para portar oculta"),
        ("A permit is needed to carry a concealed weapon", "Se requiere permiso para portar un arma oculta"),
    ),
    "mayissue": (
        ("Discretion over carry permits", "Discrecionalidad en permisos de portación"),
        ("The authority may refuse a permit to carry a concealed weapon (“may issue”)", "La autoridad puede negar un permiso para portar un arma oculta («may issue»)"),
    ),
    "waiting": (
        ("Waiting period: all firearms", "Periodo de espera: todas las armas"),
        ("A waiting period for every purchase of a firearm from a dealer", "Periodo de espera en toda compra de armas de fuego a un comercio"),
    ),
    "waitingh": (
        ("Waiting period: handguns", "Periodo de espera: armas cortas"),
        ("A waiting period for every purchase of a handgun from a dealer", "Periodo de espera en toda compra de armas cortas a un comercio"),
    ),
    "threedaylimit": (
        ("More than three days for a check", "Más de tres días para verificar"),
        ("A background check may take more than three days before the sale may go ahead", "La verificación de antecedentes puede tardar más de tres días antes de que la venta proceda"),
    ),
    "onepermonth": (
        ("One handgun a month", "Un arma corta al mes"),
        ("A buyer may purchase at most one handgun a month, with few or no exceptions", "Se puede comprar a lo más un arma corta al mes, con pocas o ninguna excepción"),
    ),
    "strawpurchase": (
        ("No purchase for another: all firearms", "Sin compra por encargo: todas las armas"),
        ("Nobody may buy a firearm on behalf of another person", "Nadie puede comprar un arma de fuego a nombre de otra persona"),
    ),
    "strawpurchaseh": (
        ("No purchase for another: handguns", "Sin compra por encargo: armas cortas"),
        ("Nobody may buy a handgun on behalf of another person", "Nadie puede comprar un arma corta a nombre de otra persona"),
    ),
    "traffickingbackground": (
        ("No purchase to resell without a check", "Sin compra para revender sin verificación"),
        ("Nobody may buy a firearm to resell it unless a background check has been made", "Nadie puede comprar un arma de fuego para revenderla sin que haya verificación de antecedentes"),
    ),
    "traffickingprohibited": (
        ("No purchase to resell to the barred: all", "Sin reventa a personas impedidas: todas"),
        ("Nobody may buy a firearm to resell it to a person who may not have one", "Nadie puede comprar un arma de fuego para revenderla a quien la ley impide tenerla"),
    ),
    "traffickingprohibitedh": (
        ("No purchase to resell to the barred: handguns", "Sin reventa a personas impedidas: cortas"),
        ("Nobody may buy a handgun to resell it to a person who may not have one", "Nadie puede comprar un arma corta para revenderla a quien la ley impide tenerla"),
    ),
    "dealer": (
        ("State dealer licence: all firearms", "Licencia estatal de venta: todas las armas"),
        ("A state licence is needed to deal in any firearm", "Se requiere licencia estatal para vender cualquier arma de fuego"),
    ),
    "dealerh": (
        ("State dealer licence: handguns", "Licencia estatal de venta: armas cortas"),
        ("A state licence is needed to deal in handguns", "Se requiere licencia estatal para vender armas cortas"),
    ),
    "recordsall": (
        ("Sale records by all sellers: all firearms", "Registros de todo vendedor: todas las armas"),
        ("Private sellers and dealers must keep records of all sales of firearms", "Particulares y comercios deben conservar registro de toda venta de armas de fuego"),
    ),
    "recordsallh": (
        ("Sale records by all sellers: handguns", "Registros de todo vendedor: armas cortas"),
        ("Private sellers and dealers must keep records of sales of handguns", "Particulares y comercios deben conservar registro de las ventas de armas cortas"),
    ),
    "recordsdealer": (
        ("Sale records by dealers: all firearms", "Registros de comercios: todas las armas"),
        ("Dealers must keep records of all sales of firearms", "Los comercios deben conservar registro de toda venta de armas de fuego"),
    ),
    "recordsdealerh": (
        ("Sale records by dealers: handguns", "Registros de comercios: armas cortas"),
        ("Dealers must keep records of sales of handguns", "Los comercios deben conservar registro de las ventas de armas cortas"),
    ),
    "reportall": (
        ("Sales reported to the state: all firearms", "Ventas reportadas al estado: todas"),
        ("Private sellers and dealers must report records of all sales of firearms to the state", "Particulares y comercios deben reportar al estado los registros de toda venta de armas de fuego"),
    ),
    "reportallh": (
        ("Sales reported to the state: handguns", "Ventas reportadas al estado: armas cortas"),
        ("Private sellers and dealers must report records of sales of handguns to the state", "Particulares y comercios deben reportar al estado los registros de ventas de armas cortas"),
    ),
    "inspection": (
        ("Dealers inspected", "Inspección de comercios"),
        ("The police must inspect dealers", "La policía debe inspeccionar los comercios de armas"),
    ),
    "security": (
        ("Store security", "Seguridad en los comercios"),
        ("Dealers must take at least one security measure in the store", "Los comercios deben tomar al menos una medida de seguridad en la tienda"),
    ),
    "theft": (
        ("Dealers report thefts", "Los comercios reportan robos"),
        ("Dealers must report firearms stolen from them", "Los comercios deben reportar las armas que les roben"),
    ),
    "loststolen": (
        ("Owners report loss and theft", "Los dueños reportan pérdida y robo"),
        ("Owners must report firearms lost or stolen", "Los dueños deben reportar las armas perdidas o robadas"),
    ),
    "registration": (
        ("Registration: all firearms", "Registro: todas las armas"),
        ("Owners must register their firearms with the state", "Los dueños deben registrar sus armas de fuego ante el estado"),
    ),
    "registrationh": (
        ("Registration: handguns", "Registro: armas cortas"),
        ("Owners must register their handguns with the state", "Los dueños deben registrar sus armas cortas ante el estado"),
    ),
    "defactoreg": (
        ("Registration by sale records: all firearms", "Registro por ventas: todas las armas"),
        ("Records of all sales amount to a register of firearms", "Los registros de todas las ventas equivalen a un padrón de armas de fuego"),
    ),
    "defactoregh": (
        ("Registration by sale records: handguns", "Registro por ventas: armas cortas"),
        ("Records of all sales of handguns amount to a register of handguns", "Los registros de todas las ventas de armas cortas equivalen a un padrón de armas cortas"),
    ),
    "assault": (
        ("Sale of “assault weapons” barred", "Venta de «assault weapons» prohibida"),
        ("The sale of what the law calls “assault weapons” is barred, beyond pistols alone", "Se prohíbe la venta de lo que la ley llama «assault weapons», no solo de pistolas"),
    ),
    "assaultlist": (
        ("“Assault weapons” named in a list", "«Assault weapons» en una lista"),
        ("The bar on what the law calls “assault weapons” has a list of models", "La prohibición de lo que la ley llama «assault weapons» incluye una lista de modelos"),
    ),
    "assaultregister": (
        ("Earlier “assault weapons” registered", "«Assault weapons» previas, registradas"),
        ("What the law calls “assault weapons”, owned from before the bar, must be registered", "Las que la ley llama «assault weapons», poseídas desde antes de la prohibición, deben registrarse"),
    ),
    "assaulttransfer": (
        ("Earlier “assault weapons” not transferable", "«Assault weapons» previas, intransferibles"),
        ("What the law calls “assault weapons”, owned from before the bar, may not be passed on", "Las que la ley llama «assault weapons», poseídas desde antes de la prohibición, no pueden transferirse"),
    ),
    "onefeature": (
        ("“Assault weapons”: one feature is enough", "«Assault weapons»: basta un rasgo"),
        ("One feature of a list is enough to be what the law calls an “assault weapon”", "Basta un rasgo de una lista para ser lo que la ley llama «assault weapon»"),
    ),
    "magazine": (
        ("Sale of large magazines barred", "Venta de cargadores grandes prohibida"),
        ("The sale of large-capacity magazines is barred, beyond those for pistols", "Se prohíbe la venta de cargadores de gran capacidad, no solo de los de pistola"),
    ),
    "tenroundlimit": (
        ("Magazines of at most ten rounds", "Cargadores de diez cartuchos a lo más"),
        ("No magazine of more than ten rounds may be sold", "No se pueden vender cargadores de más de diez cartuchos"),
    ),
    "age21handgunsale": (
        ("Age 21 to buy handguns", "21 años para comprar armas cortas"),
        ("Handguns may be bought, from dealers and private sellers, only from age 21", "Solo a partir de los 21 años se pueden comprar armas cortas, a comercios y a particulares"),
    ),
    "age21longgunsale": (
        ("Age 21 to buy long guns", "21 años para comprar armas largas"),
        ("Long guns may be bought, from dealers and private sellers, only from age 21", "Solo a partir de los 21 años se pueden comprar armas largas, a comercios y a particulares"),
    ),
    "ammlicense": (
        ("Licence to sell ammunition", "Licencia para vender municiones"),
        ("A licence is needed to sell ammunition", "Se requiere licencia para vender municiones"),
    ),
    "ammbackground": (
        ("Checks for ammunition", "Verificación para municiones"),
        ("A background check is needed to buy ammunition", "Se requiere verificación de antecedentes para comprar municiones"),
    ),
    "gvro": (
        ("Removal by a judge's order", "Retiro por orden judicial"),
        ("On a judge's finding of a threat to self or others, firearms can be taken from a person at the request of family or police", "Si un juez determina que una persona es un riesgo para sí o para otros, se le pueden retirar las armas a petición de familiares o de la policía"),
    ),
    "immunity": (
        ("No immunity for makers", "Sin inmunidad para fabricantes"),
        ("No state law gives makers of firearms a general immunity or bars suits by state or local governments", "Ninguna ley estatal da inmunidad general a los fabricantes de armas ni impide demandas del gobierno estatal o local"),
    ),
    "liability": (
        ("Dealers liable for unlawful sales", "Comercios responsables por ventas ilícitas"),
        ("Dealers answer for damages that come from unlawful sales", "Los comercios responden por los daños que deriven de ventas ilícitas"),
    ),
    "preemption": (
        ("Local rules allowed", "Se permiten reglas locales"),
        ("State law leaves local governments free to make their own rules on firearms", "La ley estatal deja a los gobiernos locales libertad para regular las armas de fuego"),
    ),
}  # fmt: skip

_UNIT: Final = ("in force", "vigente")
_BASE: Final = (
    "{meaning}. In force (1) or not (0) in the year, as State Firearm Laws codes the 50 states, 1991–2020: nothing after "
    "2020, and no code for the District of Columbia. A code says that a provision exists, not how it is applied.",
    "{meaning}. Vigente (1) o no (0) en el año, según State Firearm Laws para los 50 estados, 1991–2020: nada después de "
    "2020, y sin dato para el Distrito de Columbia. El código dice que la disposición existe, no cómo se aplica.",
)


def _measure(short: Said, meaning: Said) -> tuple[Said, Said, Said, Said]:
    base = (_BASE[0].format(meaning=meaning[0]), _BASE[1].format(meaning=meaning[1]))
    return short, meaning, _UNIT, base


# Words of the measures `law_<variable>`: name, title, unit and base, as `text/measures.py` wants them.
MEASURES: Final = {f"law_{variable}": _measure(*said) for variable, said in _LAWS.items()}

TEXT: Final[dict[str, Said]] = {
    **{f"law.{variable}": meaning for variable, (_, meaning) in _LAWS.items()},
    **{f"law.{variable}.short": short for variable, (short, _) in _LAWS.items()},
}
