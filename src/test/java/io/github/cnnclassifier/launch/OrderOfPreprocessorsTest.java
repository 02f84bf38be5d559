
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.widget.InputHarvester;

/** What is done before a dialog is shown has a definite order. */
class OrderOfPreprocessorsTest {

	@Test
	void noTwoHaveTheSamePriority() {
		final List<Double> priorities;
		try (Context context = new Context(PluginService.class)) {
			priorities = context.service(PluginService.class).getPluginsOfType(
				PreprocessorPlugin.class).stream().filter(plugin -> plugin
					.getClassName().startsWith("io.github.cnnclassifier")).map(
						PluginInfo::getPriority).toList();
		}
		assertTrue(priorities.size() > 4, priorities.toString());
		assertEquals(priorities.size(), priorities.stream().distinct().count(),
			priorities.toString());
	}

	@Test
	void theWindowOfTrainingOpensBetweenWhatIsRememberedAndWhatIsAsked() {
		assertTrue(LastModelPreprocessor.PRIORITY > TrainWindowOpener.PRIORITY);
		assertTrue(TrainWindowOpener.PRIORITY > InputHarvester.PRIORITY);
	}
}
