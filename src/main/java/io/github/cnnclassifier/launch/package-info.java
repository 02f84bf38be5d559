/**
 * Plain ImageJ's way to the commands, and what Fiji's own way lacks.
 * <p>
 * {@link HostLauncher} is called by {@code CommandLauncher} (compiled for Java
 * 8, named in plugins.config), {@link PlainRunner} runs a command where there
 * is no Fiji: recorder, persisted values. {@link MacroInputs},
 * {@link ActiveImage}, {@link MacroDefaultsPreprocessor}, the dialog
 * {@link GenericDialogHarvester} and {@link OutputDisplay} are SciJava plugins
 * that act in both hosts, for commands of this project only;
 * {@link SingleEntries} and {@link FijiRecorder} are for Fiji alone.
 */

package io.github.cnnclassifier.launch;
