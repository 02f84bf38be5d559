
package io.github.cnnclassifier.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.cnnclassifier.archive.KeptTraining.FirstRun;
import io.github.cnnclassifier.archive.KeptTraining.Run;
import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ArchitectureJson;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.training.KeptEpoch;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.training.TrainingState;

/** How far a training has come, as JSON; its numbers follow it. */
final class StateJson {

	private static final String FIRST = "first";
	private static final String RUN = "run";

	private StateJson() {}

	static byte[] write(final KeptTraining training) {
		final JsonObject json = new JsonObject();
		training.first().ifPresent(first -> json.add(FIRST, write(first)));
		training.run().ifPresent(run -> json.add(RUN, write(run)));
		return TrainingJson.bytes(json);
	}

	private static JsonObject write(final FirstRun first) {
		final TrainingResult result = first.result();
		final JsonObject json = new JsonObject();
		json.addProperty("model", first.model());
		json.addProperty("stopReason", result.stopReason().name());
		json.addProperty("keptEpoch", result.kept().epoch());
		json.addProperty("keptReason", result.kept().reason());
		json.add("history", DescriptionWriter.history(result.history()));
		return json;
	}

	private static JsonObject write(final Run run) {
		final TrainingState state = run.state();
		final JsonObject json = new JsonObject();
		json.addProperty("network", run.spec().architecture().name());
		json.add("layers", JsonParser.parseString(ArchitectureJson.write(run.spec()
			.architecture())).getAsJsonObject().get("layers"));
		json.addProperty("channels", run.spec().input().channels());
		json.addProperty("height", run.spec().input().height());
		json.addProperty("width", run.spec().input().width());
		json.addProperty("classes", run.spec().classes());
		json.addProperty("seed", state.settings().seed());
		json.add("settings", TrainingJson.texts(state.settings().entries()));
		json.addProperty("steps", state.network().steps());
		json.addProperty("dropoutSeed", state.network().dropoutSeed());
		json.addProperty("meanSteps", state.meanSteps());
		json.addProperty("bestEpoch", state.best().epoch());
		// as text, since there may be none, which is infinite
		json.addProperty("bestMeasure", Double.toString(state.best().measure()));
		json.add("history", DescriptionWriter.history(state.history()));
		return json;
	}

	/**
	 * @param training before its first step
	 * @param content of the JSON
	 * @param floats what follows it
	 * @return the training as far as it has come
	 */
	static KeptTraining read(final KeptTraining training, final byte[] content,
		final StateFloats floats) throws InvalidModel, IOException
	{
		final JsonFields json = TrainingJson.fields(content);
		final Optional<FirstRun> first = json.isNull(FIRST) ? Optional.empty()
			: Optional.of(first(json.fields(FIRST)));
		final Optional<Run> run;
		if (json.isNull(RUN)) {
			floats.read(List.of());
			run = Optional.empty();
		}
		else run = Optional.of(run(json.fields(RUN), floats));
		return new KeptTraining(training.request(), training.images(), first, run);
	}

	private static FirstRun first(final JsonFields json) throws InvalidModel {
		final List<EpochFigures> history = DescriptionReader.history(json);
		return new FirstRun(json.text("model"), new TrainingResult(StopReason
			.valueOf(json.text("stopReason")), new KeptEpoch(json.whole("keptEpoch",
				1, history.size()), json.text("keptReason")), history));
	}

	private static Run run(final JsonFields json, final StateFloats floats)
		throws InvalidModel, IOException
	{
		final NetworkSpec spec = spec(json);
		final NetworkPlan plan = NetworkPlan.of(spec);
		Limits.check(plan);
		final TrainingSettings settings = settings(json);
		final List<EpochFigures> history = DescriptionReader.history(json);
		final int best = json.whole("bestEpoch", 0, history.size());
		// nothing is frozen in runs that are kept
		final List<ParameterShape> learned = new TrainingOptions(0, settings
			.optimizer(), settings.exact()).learned(plan);
		final List<String> moments = settings.optimizer().moments();
		final List<List<ParameterShape>> parts = new ArrayList<>();
		parts.add(plan.parameters());
		parts.addAll(Collections.nCopies(moments.size(), learned));
		parts.addAll(Collections.nCopies(best == 0 ? 1 : 2, plan.parameters()));
		final List<Weights> read = floats.read(parts);
		final Map<String, Weights> named = new LinkedHashMap<>();
		for (final String moment : moments)
			named.put(moment, read.get(1 + named.size()));
		final Weights mean = read.get(1 + moments.size());
		return new Run(spec, new TrainingState(settings, new NetworkState(read.get(
			0), named, json.whole("steps"), json.whole("dropoutSeed")), mean, json
				.whole("meanSteps"), new TrainingState.Best(best, Double.parseDouble(
					json.text("bestMeasure")), best == 0 ? Optional.empty() : Optional.of(
						read.get(2 + moments.size()))), history));
	}

	private static TrainingSettings settings(final JsonFields json)
		throws InvalidModel
	{
		final TrainingSettings settings = TrainingSettings.read(json.map("settings",
			JsonFields::text), json.whole("seed"));
		if (!settings.isComplete()) throw new InvalidModel(
			"It is damaged: its settings leave something open.");
		return settings;
	}

	private static NetworkSpec spec(final JsonFields json) throws InvalidModel {
		final JsonObject layers = new JsonObject();
		layers.add("layers", json.element("layers"));
		final Architecture architecture = ArchitectureJson.read(json.text(
			"network"), (JsonElement) layers);
		return new NetworkSpec(architecture, new InputShape(json.whole("channels",
			1, Limits.LENGTH), json.whole("height", 1, Limits.LENGTH), json.whole(
				"width", 1, Limits.LENGTH)), json.whole("classes", 2, Limits.CLASSES));
	}
}
