using Company.Worker;
using Company.Worker.Jobs;
using Company.Worker.Pumping;
using Company.Worker.Queues;

var builder = Host.CreateApplicationBuilder(args);

builder.Services.AddOptions<WorkerOptions>()
    .Bind(builder.Configuration.GetSection(WorkerOptions.Section))
    .Validate(o => o.Concurrency is > 0 and <= 64, "Worker:Concurrency lies between 1 and 64.")
    .Validate(o => o.MaximumAttempts is > 0 and <= 20, "Worker:MaximumAttempts lies between 1 and 20.")
    .ValidateOnStart();
builder.Services.AddSingleton(TimeProvider.System);
//#if (useFolder)
builder.Services.AddSingleton<IJobQueue, FolderJobQueue>();
//#else
builder.Services.AddSingleton<IJobQueue, MemoryJobQueue>();
//#endif
builder.Services.AddSingleton<JobRouter>();
builder.Services.AddSingleton<RetryPolicy>();
builder.Services.AddJobHandler<SendInvoice, SendInvoiceHandler>();
builder.Services.AddHostedService<JobPump>();

await builder.Build().RunAsync();
