-- Currency, region and residency are declared once, for the control plane too: neither role of the server may update them.
REVOKE UPDATE ON "tenants" FROM dream_control_plane;--> statement-breakpoint
GRANT UPDATE ("name", "attributes", "updated_at") ON "tenants" TO dream_control_plane;
