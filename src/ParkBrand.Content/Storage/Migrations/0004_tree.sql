-- A page of a parent's children, and how many there are, without looking into the rows.
CREATE INDEX document_children ON document (parent_id, sort, id) WHERE trashed_at IS NULL;
-- Names are searched without reading the values that stand beside them.
CREATE INDEX version_culture_name ON version_culture (document_id, number, culture, name);
