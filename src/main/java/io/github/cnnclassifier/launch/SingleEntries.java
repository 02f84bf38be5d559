
package io.github.cnnclassifier.launch;

import java.util.Collection;
import java.util.List;

import org.scijava.event.EventHandler;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;
import org.scijava.module.event.ModulesAddedEvent;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Fiji knows each command twice: by its annotation, and by its line in
 * plugins.config, which plain ImageJ needs. This takes the second ones off
 * Fiji's list of modules, so that the search bar finds each command once. The
 * menu and macros know labels only and are not concerned.
 * <p>
 * Fiji starts services of this kind only at its begin.
 */
@Plugin(type = Service.class)
public final class SingleEntries extends AbstractService implements
	SciJavaService
{

	/** How Fiji calls what plugins.config names. */
	static final String OF_PLUGINS_CONFIG =
		"legacy:io.github.cnnclassifier.launch.CommandLauncher";

	@Parameter
	private ModuleService modules;

	@Override
	public void initialize() {
		removeSecondOnes(modules.getModules());
	}

	@EventHandler
	private void onEvent(final ModulesAddedEvent added) {
		removeSecondOnes(added.getItems());
	}

	private void removeSecondOnes(final Collection<ModuleInfo> infos) {
		final List<ModuleInfo> second = infos.stream().filter(
			info -> OF_PLUGINS_CONFIG.equals(info.getIdentifier())).toList();
		if (!second.isEmpty()) modules.removeModules(second);
	}
}
