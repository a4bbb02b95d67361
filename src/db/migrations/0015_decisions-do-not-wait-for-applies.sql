ALTER TABLE "decisions" DROP CONSTRAINT "decisions_environment_id_environments_id_fk";
