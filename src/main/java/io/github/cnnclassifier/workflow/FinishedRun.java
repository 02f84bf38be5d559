
package io.github.cnnclassifier.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.storage.Sha256;
import io.github.cnnclassifier.storage.WholeFile;

/**
 * What stands in {@code OUTPUT.run.json} beside a finished table: how it came
 * about. The table itself stays free of it, so that any program reads it.
 *
 * @param settings of the run
 * @param tableSha256 of the bytes of the table, hex digits
 */
public record FinishedRun(RunSettings settings, String tableSha256) {

	private static final String SETTINGS = "settings";
	private static final String TABLE = "tableSha256";

	/** @return where the record of a table is */
	public static Path file(final Path table) {
		return table.resolveSibling(table.getFileName() + ".run.json");
	}

	/**
	 * @param table whose record is written
	 * @throws IOException if the disk fails
	 */
	public void write(final Path table) throws IOException {
		WholeFile.write(file(table), this::writeTo);
	}

	/**
	 * @param out gets the record
	 * @throws IOException if it cannot be written
	 */
	public void writeTo(final OutputStream out) throws IOException {
		final JsonObject json = new JsonObject();
		json.addProperty("program", "CNN Classifier " + Versions.program());
		json.add(SETTINGS, settings.json());
		json.addProperty(TABLE, tableSha256);
		out.write((new GsonBuilder().disableHtmlEscaping().setPrettyPrinting()
			.create().toJson(json) + "\n").getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * @param table a finished one
	 * @return the settings that it was made with
	 * @throws UserFailure if there is no record of it, or the table was changed
	 *           since
	 * @throws IOException if the disk fails
	 */
	public static RunSettings settingsOf(final Path table) throws IOException {
		final Path file = file(table);
		if (!Files.isRegularFile(file)) throw refused(table, "'" + file +
			"', which says how it came about, does not exist");
		final FinishedRun run = parse(Files.readString(file)).orElseThrow(
			() -> refused(table, "'" + file + "' is damaged"));
		final MessageDigest digest = Sha256.digest();
		try (InputStream in = new DigestInputStream(Files.newInputStream(table),
			digest))
		{
			in.transferTo(OutputStream.nullOutputStream());
		}
		if (!Sha256.hex(digest).equals(run.tableSha256)) throw refused(table,
			"it was changed since it was written");
		return run.settings;
	}

	private static UserFailure refused(final Path table, final String reason) {
		return new UserFailure("Cannot continue '" + table + "': " + reason +
			". Choose another output, or start anew with overwrite=true.");
	}

	private static Optional<FinishedRun> parse(final String text) {
		try {
			final JsonElement json = JsonParser.parseString(text);
			if (!json.isJsonObject()) return Optional.empty();
			final JsonElement settings = json.getAsJsonObject().get(SETTINGS);
			final JsonElement hash = json.getAsJsonObject().get(TABLE);
			return settings == null || !settings.isJsonObject() || hash == null ||
				!hash.isJsonPrimitive() ? Optional.empty() : Optional.of(
					new FinishedRun(RunSettings.of(settings.getAsJsonObject()), hash
						.getAsString()));
		}
		catch (final JsonParseException e) {
			// a person may have edited it
			return Optional.empty();
		}
	}
}
