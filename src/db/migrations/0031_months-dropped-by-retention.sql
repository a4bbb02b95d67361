-- Whoever works as the control plane drops no month: only the role that may delete entries does.
REVOKE EXECUTE ON FUNCTION dream_drop_whole_month(timestamptz, xid8) FROM dream_control_plane;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION dream_drop_whole_month(timestamptz, xid8) TO dream_retention;
