
package io.github.cnnclassifier.tuning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import io.github.cnnclassifier.model.BoundedJson;
import io.github.cnnclassifier.model.EpochFigures;

/** A trial as it stands on disk. The names are permanent. */
final class TrialJson {

	private TrialJson() {}

	static String write(final FinishedTrial finished) {
		final Trial trial = finished.trial();
		final TrialResult result = finished.result();
		final JsonObject json = new JsonObject();
		json.addProperty("trial", trial.number());
		json.addProperty("purpose", trial.purpose().label());
		json.add("settings", texts(trial.setting().values()));
		json.addProperty("rung", trial.rung());
		json.addProperty("share", trial.share());
		json.addProperty("seed", trial.seed());
		json.addProperty("status", result.status().label());
		json.addProperty("reason", result.reason());
		json.addProperty("seconds", result.seconds());
		if (result.score() != null) json.add("score", score(result.score()));
		final JsonArray curve = new JsonArray();
		result.curve().forEach(e -> curve.add(epoch(e)));
		json.add("epochs", curve);
		final JsonArray log = new JsonArray();
		result.log().forEach(log::add);
		json.add("log", log);
		return new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create()
			.toJson(json) + "\n";
	}

	private static JsonObject texts(final Map<String, String> values) {
		final JsonObject json = new JsonObject();
		values.forEach(json::addProperty);
		return json;
	}

	private static JsonObject score(final Score score) {
		final JsonObject json = new JsonObject();
		json.add("accuracy", number(score.accuracy()));
		json.add("balancedAccuracy", number(score.balancedAccuracy()));
		json.add("macroF1", number(score.macroF1()));
		json.add("loss", number(score.loss()));
		json.add("right", texts(score.right()));
		return json;
	}

	private static JsonObject epoch(final EpochFigures figures) {
		final JsonObject json = new JsonObject();
		json.addProperty("epoch", figures.epoch());
		json.add("trainingLoss", number(figures.trainingLoss()));
		json.add("validationLoss", number(figures.validationLoss()));
		json.add("validationAccuracy", number(figures.validationAccuracy()));
		json.add("learningRate", number(figures.learningRate()));
		return json;
	}

	private static JsonElement number(final double value) {
		return Double.isFinite(value) ? new JsonPrimitive(value)
			: JsonNull.INSTANCE;
	}

	/** @throws IOException if it is no trial; the message is a short reason */
	static FinishedTrial read(final byte[] utf8) throws IOException {
		final JsonElement json = BoundedJson.read(utf8);
		try {
			return finished(json.getAsJsonObject());
		}
		// whatever a field that is missing or of another kind leads to
		catch (final RuntimeException e) {
			throw new IOException("a field is missing or wrong", e);
		}
	}

	private static FinishedTrial finished(final JsonObject json) {
		final Trial.Purpose purpose = Arrays.stream(Trial.Purpose.values()).filter(
			p -> p.label().equals(json.get("purpose").getAsString())).findFirst()
			.orElseThrow();
		final Trial trial = new Trial(json.get("trial").getAsInt(), purpose,
			new Setting(texts(json.getAsJsonObject("settings"))), json.get("rung")
				.getAsInt(), json.get("share").getAsDouble(), json.get("seed")
					.getAsLong());
		final TrialResult.Status status = Arrays.stream(TrialResult.Status.values())
			.filter(s -> s.label().equals(json.get("status").getAsString()))
			.findFirst().orElseThrow();
		final List<EpochFigures> curve = new ArrayList<>();
		json.getAsJsonArray("epochs").forEach(e -> curve.add(epoch(e
			.getAsJsonObject())));
		final List<String> log = new ArrayList<>();
		json.getAsJsonArray("log").forEach(line -> log.add(line.getAsString()));
		final boolean scored = status == TrialResult.Status.FINISHED ||
			status == TrialResult.Status.CUT && json.has("score");
		final double seconds = json.get("seconds").getAsDouble();
		require(trial.share() > 0 && trial.share() <= 1, "share", trial.share());
		require(trial.rung() >= 0, "rung", trial.rung());
		require(Double.isFinite(seconds) && seconds >= 0, "seconds", seconds);
		return new FinishedTrial(trial, new TrialResult(status, json.get("reason")
			.getAsString(), scored ? score(json.getAsJsonObject("score")) : null,
			seconds, curve, log));
	}

	private static void require(final boolean holds, final String name,
		final double value)
	{
		if (!holds) throw new IllegalArgumentException("Impossible " + name + " " +
			value);
	}

	private static Map<String, String> texts(final JsonObject json) {
		final Map<String, String> texts = new LinkedHashMap<>();
		json.entrySet().forEach(e -> texts.put(e.getKey(), e.getValue()
			.getAsString()));
		return texts;
	}

	private static Score score(final JsonObject json) {
		return new Score(number(json, "accuracy"), number(json, "balancedAccuracy"),
			number(json, "macroF1"), number(json, "loss"), texts(json.getAsJsonObject(
				"right")));
	}

	private static EpochFigures epoch(final JsonObject json) {
		return new EpochFigures(json.get("epoch").getAsInt(), number(json,
			"trainingLoss"), number(json, "validationLoss"), number(json,
				"validationAccuracy"), number(json, "learningRate"));
	}

	private static double number(final JsonObject json, final String name) {
		final JsonElement element = json.get(name);
		return element.isJsonNull() ? Double.NaN : element.getAsDouble();
	}
}
