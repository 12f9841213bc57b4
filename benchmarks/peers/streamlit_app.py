"""Streamlit: a slider and two Plotly charts in columns, each with a key, so that it is updated and not made again."""

import streamlit as st
from data import FIRST, LAST, START, MapWork, load, sentence
from plotly_map import figure

st.set_page_config(layout="wide")


@st.cache_resource
def work() -> tuple[MapWork, MapWork]:
    return load()


us, mx = work()
year = st.slider("Year", FIRST, LAST, START)
st.write(sentence(us, mx, year))
left, right = st.columns(2)
left.plotly_chart(figure(us, year, "/app/static/us.json", "United States"), key="us", theme=None)
right.plotly_chart(figure(mx, year, "/app/static/mx.json", "Mexico"), key="mx", theme=None)
