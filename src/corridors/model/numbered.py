"""What verification codes name by number. Append only: a code that was printed once stays readable.

Never sort, insert or take out; a test pins what is here.
"""

from typing import Final

# What can be exported: maps, the lens of a consulate, charts, estimated corridors by their assumptions.
_THINGS: Final = """
    map-us map-mx map-both lens home totals ladder origins pairs firepower clock homicides us_violence world
    seizures records_pairs records_types records_time backtest early_notice early_checks unusual unusual_towns
    law_exports law_residuals guns_and_deaths world_shooters flow_estimates two_governments
    corridors-fitted-ports-seizures corridors-fitted-ports-homicides corridors-fitted-ports-people
    corridors-fitted-straight-seizures corridors-fitted-straight-homicides corridors-fitted-straight-people
    corridors-power-ports-seizures corridors-power-ports-homicides corridors-power-ports-people
    corridors-power-straight-seizures corridors-power-straight-homicides corridors-power-straight-people
    corridors-exponential-ports-seizures corridors-exponential-ports-homicides corridors-exponential-ports-people
    corridors-exponential-straight-seizures corridors-exponential-straight-homicides
    corridors-exponential-straight-people corridors-published-ports-seizures corridors-published-ports-homicides
    corridors-published-ports-people corridors-published-straight-seizures corridors-published-straight-homicides
    corridors-published-straight-people corridors-none-ports-seizures corridors-none-ports-homicides
    corridors-none-ports-people corridors-none-straight-seizures corridors-none-straight-homicides
    corridors-none-straight-people received_and_deaths
"""
THINGS: Final = tuple(_THINGS.split())
_MEASURES: Final = """
    traced_to_mexico_per_100k traced_to_mexico exported_per_100k exported_to_other_states checks_per_100k
    sale_checks_per_100k dealers_per_100k licences_listed licences_listed_per_100k law_universal law_universalh
    law_universalpermit law_universalpermith law_gunshow law_gunshowh law_statechecks law_statechecksh law_permit
    law_permith law_permitconcealed law_mayissue law_waiting law_waitingh law_threedaylimit law_onepermonth
    law_strawpurchase law_strawpurchaseh law_traffickingbackground law_traffickingprohibited
    law_traffickingprohibitedh law_dealer law_dealerh law_recordsall law_recordsallh law_recordsdealer
    law_recordsdealerh law_reportall law_reportallh law_inspection law_security law_theft law_loststolen
    law_registration law_registrationh law_defactoreg law_defactoregh law_assault law_assaultlist
    law_assaultregister law_assaulttransfer law_onefeature law_magazine law_tenroundlimit law_age21handgunsale
    law_age21longgunsale law_ammlicense law_ammbackground law_gvro law_immunity law_liability law_preemption
    firearm_homicide_rate_sesnsp homicide_rate_sesnsp firearm_share_sesnsp firearm_share_of_known_sesnsp
    known_weapon_share_sesnsp firearm_case_rate_sesnsp firearm_case_share_sesnsp firearm_case_share_of_known_sesnsp
    homicide_rate_inegi_registration homicide_rate_inegi_occurrence homicide_rate_inegi_microdata
    firearm_homicide_rate_inegi firearm_share_inegi homicide_rate_register firearm_homicide_rate_register
    firearm_share_register guns_secured_inegi guns_secured_fgr guns_secured_forces municipal_homicides
    municipal_share_of_state municipal_homicide_rate municipal_homicide_rate_eb municipal_deaths
    municipal_death_rate municipal_firearm_deaths municipal_firearm_death_rate municipal_firearm_victims
    municipal_firearm_victim_rate municipal_firearm_cases municipal_firearm_case_rate
"""
MEASURES: Final = tuple(_MEASURES.split())
_STATES: Final = """
    AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK
    OR PA RI SC SD TN TX UT VA VT WA WI WV WY PR GU VI AS MP
"""
STATES: Final = tuple(_STATES.split())
_OFFICES: Final = """
    albuquerque atlanta austin boise boston brownsville calexico chicago dallas del-rio denver detroit douglas
    eagle-pass el-paso fresno houston indianapolis kansas-city laredo las-vegas little-rock los-angeles mcallen
    miami milwaukee new-brunswick new-orleans new-york nogales oklahoma-city omaha orlando oxnard philadelphia
    phoenix portland presidio raleigh sacramento saint-paul salt-lake-city san-antonio san-bernardino san-diego
    san-francisco san-jose santa-ana seattle tucson washington yuma san-juan
"""
OFFICES: Final = tuple(_OFFICES.split())
