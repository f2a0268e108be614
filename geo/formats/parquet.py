"""GeoParquet, written by geopandas with pyarrow."""

from __future__ import annotations

import io
import json

from geo.formats.layers import Layers, is_day
from geo.text import needed


def parquet(layers: Layers, name: str) -> bytes:
    """One layer as GeoParquet; days are date32, credits stand in the metadata of the schema."""
    needed("parquet", "formats", "pyarrow")
    import pyarrow
    from pyarrow.parquet import write_table

    frame = layers.layer(name)
    table = pyarrow.table(frame.to_arrow(index=True, geometry_encoding="WKB"))
    for number, field in enumerate(table.schema):
        if is_day(field.name):
            table = table.set_column(number, field.name, table.column(number).cast(pyarrow.date32()))
        elif pyarrow.types.is_dictionary(field.type):
            table = table.set_column(number, field.name, table.column(number).cast(pyarrow.string()))
    kinds = sorted(set(frame.geometry.dropna().geom_type))
    bounds = [round(float(one), 5) for one in frame.total_bounds] if kinds else None
    column = {
        "encoding": "WKB",
        "geometry_types": kinds,
        "orientation": "counterclockwise",
        **({"bbox": bounds} if bounds else {}),
    }
    geo = {"version": "1.0.0", "primary_column": "geometry", "columns": {"geometry": column}}
    plain = [field.remove_metadata() for field in table.schema]
    about = layers.about | {"geo": json.dumps(geo)}
    written = table.cast(pyarrow.schema(plain)).replace_schema_metadata(about)
    sink = io.BytesIO()
    write_table(written, sink, compression="zstd")
    return sink.getvalue()
