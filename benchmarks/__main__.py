"""x"""
from benchmarks.cases import opened
from benchmarks.stores import Stores
from benchmarks import search, report
from pathlib import Path
import sys,time
st=Stores(Path('/tmp/benchdata'))
with st.serving():
    for k in ('sqlite','postgresql'):
        t=time.time()
        with opened(st,k,int(sys.argv[1])) as b: print(report.table(search.measure(b))); print(time.time()-t)
